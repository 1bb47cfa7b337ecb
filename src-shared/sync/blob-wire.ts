/**
 * The bytes of attachments on the wire. Uploads follow tus 1.0 (core and creation, https://tus.io/protocols/resumable-upload):
 * `POST` begins, `HEAD` tells how far it is, `PATCH` goes on. The address of an upload is its content's hash, so whoever
 * lost it begins again and is told where to go on. Downloads are ordinary ranges (RFC 9110, 14).
 */
export const TUS_VERSION = '1.0.0';
/** Uploads; one of them stands below it, by its hash. */
export const UPLOADS_PATH = '/v1/blobs/uploads';
/** What is stored stands below it, by its hash. */
export const BLOBS_PATH = '/v1/blobs';
/** Type of the body of a `PATCH`. */
export const PART_TYPE = 'application/offset+octet-stream';
/** Bytes of one `PATCH`: below what proxies let through by default, and quick to repeat. */
export const PART_BYTES = 512 * 1024;
/** Hashes of one `blobs` message. */
export const ASKED_BLOBS = 500;
/** SHA-256, lower-case hexadecimal. */
export const HASH = /^[0-9a-f]{64}$/;
