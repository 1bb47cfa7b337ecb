/** The engine answers on the origin that served the page; its cookie says who asks. */
export function engineAddress(location: Pick<Location, 'protocol' | 'host'>): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`;
}
