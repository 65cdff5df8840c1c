/** The throw-away mail services seen most; the flag is a hint for agents and for scoring rules, so a short list will do. */
const disposable = new Set(
  `10minutemail.com 10minutemail.net 20minutemail.com 33mail.com anonaddy.me byom.de cock.li discard.email dispostable.com
  einrot.com emailondeck.com fakeinbox.com fakemail.net getairmail.com getnada.com grr.la guerrillamail.biz guerrillamail.com
  guerrillamail.de guerrillamail.info guerrillamail.net guerrillamail.org guerrillamailblock.com hidemail.de inboxkitten.com
  incognitomail.org jetable.org kurzepost.de mail-temporaire.fr mailcatch.com maildrop.cc mailinator.com mailinator.net
  mailnesia.com mailnull.com mailpoof.com mailsac.com mintemail.com moakt.com mohmal.com muellmail.com mytemp.email
  nada.email objectmail.com one-time.email owlymail.com sharklasers.com sofort-mail.de spam4.me spamgourmet.com spambog.com
  spambog.de temp-mail.io temp-mail.org tempail.com tempmail.de tempmail.dev tempmail.plus tempmailo.com tempr.email
  throwawaymail.com trash-mail.com trash-mail.de trashmail.com trashmail.de trashmail.me trashmail.net trbvm.com tutuapp.bid
  wegwerfemail.de wegwerfmail.de wegwerfmail.net wegwerfmail.org yopmail.com yopmail.fr yopmail.net zeroe.ml`.split(
    /\s+/,
  ),
);

/** Whether the domain, or one it is a part of, belongs to a throw-away mail service (A4). */
export function isDisposable(domain: string): boolean {
  const labels = domain.split(".");
  return labels.some((_, index) => disposable.has(labels.slice(index).join(".")));
}
