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
    attachmentTooLarge: 'The file is larger than 100 MB and was not attached. Make it smaller or split it.',
    attachmentEmpty: 'The file is empty and was not attached.',
    attachmentGap: 'The transfer of the file broke off. Attach it again.',
    attachmentGone: 'The file was not read to its end. Attach it again.',
    attachmentNotHere: 'The file is not on this computer yet. Fetch it when the server can be reached.',
    attachmentDamaged: 'The file is damaged on the disk. Restore it from a backup or attach it again.',
    shut: 'The base is locked. Nothing was changed; open it and try again.',
    open: 'The base is open already. Nothing was changed.',
    backupRunning: 'A backup is being made. Wait until it is finished and try again.',
    onlyWay: 'Nothing else would open the base then. Nothing was changed; keep a recovery code first.',
    wrongCode: 'This is not the valid recovery code of this base. Nothing was changed.',
    keyStoreNone:
      'This computer has no safe key store. Nothing was changed; the recovery code keeps opening the base.',
    demoShut: 'The demo base cannot be opened. Your own base is not affected.',
    unknownAction: 'This step can no longer be undone: Vizitka has no record of it. Nothing was changed.',
    alreadyUndone: 'This step has been undone already. Nothing was changed.',
    notUndoable: 'This step cannot be undone. Nothing was changed.',
    pathFromWindow: 'Choose the file in the window. Nothing was imported.',
    importRunning: 'Another file is being imported just now. Wait until it is done and try again.',
    mergeIntoItself: 'A record cannot be merged with itself. Nothing was changed.',
    mergedAlready: 'This record is merged already. Nothing was changed; separate it first.',
    meetingHeld: 'The meeting has taken place. Nothing was changed; plan it again first.',
    callListTooLong:
      'At most 5,000 clients can be added to a call list at once. Nothing has changed; narrow the choice by a filter.',
    callListClosed: 'The call list is closed. Nothing has changed; open it again first.',
    notACalendar:
      'This is not a calendar file (.ics). Nothing was read; choose the export to an .ics file in your calendar.',
    promiseClosed: 'This promise is closed already. Nothing was changed; if it still holds, reopen it first.',
    promiseUndated: 'A promise without a due date cannot be snoozed. Nothing was changed; set a date first.',
    snoozeNotAhead:
      'It can only be snoozed to a day that is still ahead. Nothing was changed; choose a later day.',
    otherClient: 'The record belongs to another client. Nothing was changed; choose one of the same client.',
    demoNeverJoins: 'The demo base never joins a firm. Nothing has changed.',
    alreadySignedIn: 'This device is joined already. Nothing has changed.',
    notSignedIn: 'This device is not joined to a firm. Nothing has changed.',
    wrongPassword: 'The e-mail or the password is not right. Nothing has changed; try again.',
    invitationInvalid:
      'The invitation does not hold: it is for another e-mail, used, or too old. Ask your administrator for a new one.',
    needsHttps:
      'A server on another computer needs an https address. Nothing was sent; ask your administrator.',
    passwordShort: 'A password has at least 10 characters. Nothing has changed; choose another one.',
    notOurServer:
      'No Vizitka server answers at this address. Check the address; in a hotel or hall sign in to the Wi-Fi first.',
    offline: 'The server cannot be reached now. Check the network and try again; you can work without it.',
    insecure:
      'The connection to the server cannot be trusted, so nothing was sent. Try another network or ask your administrator.',
    upgradeRequired: 'The server needs a newer version of Vizitka. Update the program and try again.',
    rateLimited: 'There were too many tries. Wait some minutes and try again.',
    notAllowed: 'You are not allowed to do this. Nothing has changed; ask your administrator.',
    beingSent:
      'The last changes of this person are just being sent. Nothing has changed; exchange with the server and try again.',
    unsent: 'Something is not sent yet. Nothing has changed; save a recovery file first.',
    noRecoveryCode:
      'Without a recovery code nothing could open the recovery file. Keep one first, in the settings.',
    serverTrouble: 'The server has trouble. Nothing has changed; try again in a moment.',
  },
  notSaved: {
    diskFull: 'Not saved: the disk is full. What you typed stays on the screen; make room and save again.',
    readOnly: 'Not saved: the profile folder cannot be written to. Check its permissions.',
    busy: 'Not saved: another program holds the file just now. Try again in a moment.',
    damaged: 'Not saved: the file of the base is damaged. Delete nothing and restore it from a backup.',
  },
} as const;
