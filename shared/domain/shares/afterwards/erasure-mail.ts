/**
 * H4 for a buyer who takes leads by e-mail. The share's own mail is found by its link, since the person must not be named
 * any more; in both languages, since theirs is forgotten too.
 */
export function erasureMail(answerUrl: string): { readonly subject: string; readonly text: string } {
  return {
    subject: "Bitte löschen Sie einen Lead / Please erase a lead",
    text: [
      "Die Person eines Leads, den Sie von uns haben, möchte gelöscht werden. Löschen Sie bitte ihre Daten, auch unsere E-Mail mit diesem Link, und sprechen Sie die Person nicht mehr an.",
      "The person of a lead you have from us wants to be forgotten. Please erase their data, our e-mail with this link too, and do not approach them any more.",
      answerUrl,
    ].join("\n\n"),
  };
}
