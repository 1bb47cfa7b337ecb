/** Names of time zones that calendar programs write, brought to those of the IANA database. */

/** Names of Windows, from Unicode CLDR's windowsZones (territory 001). */
const WINDOWS = new Map(
  `Dateline Standard Time=Etc/GMT+12;UTC-11=Etc/GMT+11;Hawaiian Standard Time=Pacific/Honolulu;
Alaskan Standard Time=America/Anchorage;Pacific Standard Time=America/Los_Angeles;
US Mountain Standard Time=America/Phoenix;Mountain Standard Time=America/Denver;
Central America Standard Time=America/Guatemala;Central Standard Time=America/Chicago;
Central Standard Time (Mexico)=America/Mexico_City;Canada Central Standard Time=America/Regina;
SA Pacific Standard Time=America/Bogota;Eastern Standard Time=America/New_York;US Eastern Standard Time=America/Indianapolis;
Venezuela Standard Time=America/Caracas;Atlantic Standard Time=America/Halifax;SA Western Standard Time=America/La_Paz;
Pacific SA Standard Time=America/Santiago;Newfoundland Standard Time=America/St_Johns;
E. South America Standard Time=America/Sao_Paulo;Argentina Standard Time=America/Buenos_Aires;
SA Eastern Standard Time=America/Cayenne;Greenland Standard Time=America/Godthab;UTC-02=Etc/GMT+2;
Azores Standard Time=Atlantic/Azores;Cape Verde Standard Time=Atlantic/Cape_Verde;UTC=Etc/UTC;
GMT Standard Time=Europe/London;Greenwich Standard Time=Atlantic/Reykjavik;Morocco Standard Time=Africa/Casablanca;
W. Europe Standard Time=Europe/Berlin;Central Europe Standard Time=Europe/Budapest;Romance Standard Time=Europe/Paris;
Central European Standard Time=Europe/Warsaw;W. Central Africa Standard Time=Africa/Lagos;
GTB Standard Time=Europe/Bucharest;Middle East Standard Time=Asia/Beirut;Egypt Standard Time=Africa/Cairo;
E. Europe Standard Time=Europe/Chisinau;South Africa Standard Time=Africa/Johannesburg;
FLE Standard Time=Europe/Kiev;Israel Standard Time=Asia/Jerusalem;Kaliningrad Standard Time=Europe/Kaliningrad;
Jordan Standard Time=Asia/Amman;Arabic Standard Time=Asia/Baghdad;Turkey Standard Time=Europe/Istanbul;
Arab Standard Time=Asia/Riyadh;Belarus Standard Time=Europe/Minsk;Russian Standard Time=Europe/Moscow;
E. Africa Standard Time=Africa/Nairobi;Iran Standard Time=Asia/Tehran;Arabian Standard Time=Asia/Dubai;
Azerbaijan Standard Time=Asia/Baku;Georgian Standard Time=Asia/Tbilisi;Caucasus Standard Time=Asia/Yerevan;
Afghanistan Standard Time=Asia/Kabul;West Asia Standard Time=Asia/Tashkent;Ekaterinburg Standard Time=Asia/Yekaterinburg;
Pakistan Standard Time=Asia/Karachi;India Standard Time=Asia/Calcutta;Sri Lanka Standard Time=Asia/Colombo;
Nepal Standard Time=Asia/Katmandu;Central Asia Standard Time=Asia/Bishkek;Bangladesh Standard Time=Asia/Dhaka;
Myanmar Standard Time=Asia/Rangoon;SE Asia Standard Time=Asia/Bangkok;China Standard Time=Asia/Shanghai;
Singapore Standard Time=Asia/Singapore;W. Australia Standard Time=Australia/Perth;Taipei Standard Time=Asia/Taipei;
Tokyo Standard Time=Asia/Tokyo;Korea Standard Time=Asia/Seoul;Cen. Australia Standard Time=Australia/Adelaide;
AUS Central Standard Time=Australia/Darwin;E. Australia Standard Time=Australia/Brisbane;
AUS Eastern Standard Time=Australia/Sydney;Tasmania Standard Time=Australia/Hobart;
Vladivostok Standard Time=Asia/Vladivostok;Central Pacific Standard Time=Pacific/Guadalcanal;
New Zealand Standard Time=Pacific/Auckland;Fiji Standard Time=Pacific/Fiji;Tonga Standard Time=Pacific/Tongatapu;
Samoa Standard Time=Pacific/Apia`
    .split(';')
    .map((line) => line.trim().split('=') as [string, string]),
);

/**
 * The IANA zone that a TZID means: by its name, by the end of a longer one ("/example.org/2019/Europe/Prague"), or by
 * the name that Windows gives it. Null when only the file's own VTIMEZONE can say.
 */
export function zoneOf(tzid: string): string | null {
  const name = tzid.trim().replaceAll('"', '');
  const windows = WINDOWS.get(name);
  if (windows !== undefined) return windows;
  const parts = name.split('/').filter(Boolean);
  for (const count of [parts.length, 3, 2]) {
    const candidate = parts.slice(-count).join('/');
    if (candidate.includes('/') && isZone(candidate)) return candidate;
  }
  return /^(?:UTC|GMT|Z)$/i.test(name) ? 'Etc/UTC' : null;
}

export function isZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
