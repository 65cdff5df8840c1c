import { isDisposable } from "./facts/disposable-domains.ts";

/** Services that give an address to anybody under many endings: `gmx.de`, `gmx.net`, `yahoo.co.uk`. */
const families = new Set("gmail googlemail gmx yahoo ymail hotmail outlook live msn aol yandex protonmail".split(" "));

const single = new Set(
  `163.com 126.com 1und1.de a1.net aon.at arcor.de bluewin.ch btinternet.com chello.at comcast.net email.de ewe.net
  ewetel.net fastmail.com free.fr freenet.de hey.com hispeed.ch icloud.com kabelmail.de laposte.net libero.it mac.com
  magenta.de mail.com mail.de mail.ru mailbox.org me.com naver.com netcologne.de o2.pl o2online.de online.de onlinehome.de
  orange.fr osnanet.de pm.me posteo.de posteo.net proton.me qq.com rocketmail.com seznam.cz sky.com sunrise.ch
  t-online.de telekom.de tuta.com tutanota.com tutanota.de unitybox.de unity-mail.de verizon.net virgilio.it vodafone.de
  vodafonemail.de wanadoo.fr web.de wp.pl zoho.com`.split(/\s+/),
);

/** Whether anybody can have an address there: such a domain says nothing about somebody's company (C12). */
export function isFreeMail(domain: string): boolean {
  const name = domain.trim().toLowerCase();
  return single.has(name) || families.has(name.split(".")[0] ?? "") || isDisposable(name);
}
