/** Why the server does not start, as a sentence for whoever started it. */
export class StartError extends Error {}
