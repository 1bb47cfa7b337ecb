/** Where the sealed files of attachments lie: below the profile, and below every place of backups. */
export const BLOBS = 'blobs';
/** What is still coming in; never backed up. */
export const PARTS = 'parts';
