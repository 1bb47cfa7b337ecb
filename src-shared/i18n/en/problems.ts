/** What is wrong: with one field (`field`), with a command (`command`), with the file on disk (`notSaved`). */
export const problems = {
  field: {
    required: 'Please fill this in.',
    tooLong: 'The text is too long.',
    notAChoice: 'Choose one of the options offered.',
    notADay: 'There is no such date. Write it as 24/11/2026.',
    notAnEmail: 'An e-mail address looks like name@firm.com.',
    notANumber: 'Write a whole number.',
    icoLength: 'An IČO has eight digits.',
    icoCheckDigit: 'The check digit of the IČO does not fit. Look for a typing error.',
    dicInvalid: 'The DIČ does not fit. Look for a typing error.',
    vatIdInvalid: 'The IČ DPH does not fit. Check the country and the digits.',
    endsBeforeStart: 'The end is before the start.',
    invalid: 'This value cannot be saved.',
  },
  command: {
    invalid: 'Not saved: something in it is not right. What you typed is kept as a draft.',
    notFound: 'Somebody has removed the record meanwhile. What you typed is kept as a draft.',
    sealed: 'A logged entry does not change. Write a correction instead.',
    tooLarge: 'That is too much at once. Nothing was changed; try it in parts.',
    refused: 'Vizitka refused this and changed nothing.',
    lost: 'The core of Vizitka does not answer just now. What you typed is kept as a draft; try again in a moment.',
    bug: 'Something happened that Vizitka did not expect. What you typed is kept as a draft; try again.',
  },
  refused: {
    unknownAction: 'This step can no longer be undone: Vizitka has no record of it. Nothing was changed.',
    alreadyUndone: 'This step has been undone already. Nothing was changed.',
    notUndoable: 'This step cannot be undone. Nothing was changed.',
    importRunning: 'Another file is being imported just now. Wait until it is done and try again.',
    otherClient: 'The record belongs to another client. Nothing was changed; choose one of the same client.',
  },
  notSaved: {
    diskFull: 'Not saved: the disk is full. What you typed stays on the screen; make room and save again.',
    readOnly: 'Not saved: the profile folder cannot be written to. Check its permissions.',
    busy: 'Not saved: another program holds the file just now. Try again in a moment.',
    damaged: 'Not saved: the database file is damaged. Delete nothing and restore it from a backup.',
  },
} as const;
