// How far apart two places surely are, and whether anybody could have gone from one to the other.
//
// Most records say no more than a country, and databases disagree about the rest, so the answer is the least distance
// that is plausible: between the points where both are known, less what a city is wrong by; else between the edges of
// the countries. It never says where a place is.

import type { Place } from '../model/event.ts';
import { kmBetween, type Point } from '../model/sphere.ts';
import { hours, type Millis } from '../model/time.ts';

/** Kilometres by which the coordinates of an address are commonly wrong: both ends of a journey together. */
const ERROR_KM = 200;
/** Faster than an airliner from door to door, nearer than this databases disagree. */
const FASTEST_KM_PER_HOUR = 800;
const SHORTEST_KM = 500;
/** Nothing on earth is further than an airliner goes in this time. */
export const LONGEST_JOURNEY: Millis = hours(25);

interface Disc extends Point {
  /** Kilometres. */
  readonly radius: number;
}

/** The least kilometres between two places; undefined where either is unknown, 0 within one country of which no more is told. */
export function kmApart(a: Place, b: Place): number | undefined {
  const [from, to] = [discsOf(a), discsOf(b)];
  if (from === undefined || to === undefined) return undefined;
  const gaps = from.flatMap((one) => to.map((other) => kmBetween(one, other) - one.radius - other.radius));
  return Math.max(0, Math.round(Math.min(...gaps)));
}

/** Kilometres of a journey nobody makes in that time; undefined for one that can be made, or is too short to tell. */
export function impossibleJourney(a: Place, b: Place, within: Millis): number | undefined {
  const km = kmApart(a, b);
  if (km === undefined || km < SHORTEST_KM) return undefined;
  return km > (Math.abs(within) / hours(1)) * FASTEST_KM_PER_HOUR ? km : undefined;
}

function discsOf({ country, latitude, longitude }: Place): readonly Disc[] | undefined {
  // 0/0 is how some databases write "somewhere"
  if (latitude !== undefined && longitude !== undefined && (latitude !== 0 || longitude !== 0))
    return [{ latitude, longitude, radius: ERROR_KM / 2 }];
  return country === undefined ? undefined : countries.get(country);
}

/**
 * The smallest circles around each country's land: latitude, longitude, radius in kilometres, rounded up. Computed from
 * Natural Earth 1:50m, which is in the public domain; parts far off (Alaska, the Canaries) have circles of their own.
 */
const countries: ReadonlyMap<string, readonly Disc[]> = new Map(
  `
  AD 42.5 1.6 20 | AE 24.7 54 260 | AF 33.7 67.6 770 | AG 17.4 -61.8 50 | AI 18.2 -63.1 20 | AL 41.2 20 170
  AM 40 45 180 | AO -11.2 17.8 940 | AQ -90 0 3200 | AR -38.4 -65.8 1850 | AS -14.3 -170.7 20 | AT 47.7 13.3 290
  AU -27.6 134.1 2130 | AW 12.5 -70 20 | AX 60.1 20.1 40 | AZ 40.2 47.5 250 | BA 44 17.4 190 | BB 13.2 -59.6 20
  BD 23.7 90.4 380 | BE 50.4 4.3 150 | BF 11.4 -1.6 440 | BG 42.9 25.4 280 | BH 26 50.6 30 | BI -3.4 29.9 140
  BJ 9.3 2.2 350 | BL 17.9 -62.8 10 | BM 32.3 -64.8 20 | BN 4.5 114.7 80 | BO -16.3 -64.5 820
  BQ 12.2 -68.3 20, 17.6 -63.1 20 | BR -13 -55 2320 | BS 23.9 -76 440 | BT 27.1 90.4 170 | BW -22.6 23.9 570
  BY 53.2 27.7 340 | BZ 17.2 -88.8 160 | CA 61.6 -88.2 2780 | CC -12.1 96.9 20 | CD -4.4 23.2 1240 | CF 5.6 20.9 720
  CG -0.7 15.2 600 | CH 46.5 8.2 180 | CI 7.4 -5.6 410 | CK -21.2 -159.8 10 | CL -36.7 -68.8 2140 | CM 7.1 13.4 680
  CN 40.8 103.8 2570 | CO 4.1 -71 940 | CR 9.6 -84.3 230 | CU 21.1 -79.5 570 | CV 16.2 -24.2 160 | CW 12.2 -69 30
  CX -10.5 105.6 10 | CY 35.3 33.5 110 | CZ 50 15.5 250 | DE 51.2 10.5 460 | DJ 11.8 42.5 120 | DK 56 11.8 240
  DM 15.4 -61.4 30 | DO 18.8 -70.2 200 | DZ 28.5 2.4 1110 | EC -1.9 -78.2 380, -0.4 -90.4 140 | EE 58.7 25 200
  EG 26.6 30.9 800 | EH 24.3 -13 570 | ER 14.9 40.1 410 | ES 40.9 -2.6 600, 28.5 -15.8 250 | ET 8 40.5 830
  FI 65 25 590 | FJ -18.7 179.4 300 | FK -51.7 -59.5 120 | FM 6.9 158.2 20, 9.5 138.1 20, 7.4 151.7 20, 5.3 163 10
  FO 61.9 -6.6 60 | FR 45.2 2.7 680 | GA -0.8 12 370 | GB 55.5 -3.5 620 | GD 12.1 -61.7 20 | GE 42.3 43.4 310
  GF 3.9 -53.6 220 | GG 49.5 -2.6 10 | GH 8.1 -1.6 380 | GI 36.1 -5.4 10 | GL 71.8 -41.5 1340 | GM 13.4 -15.3 170
  GN 9.7 -11.3 430 | GP 16.2 -61.5 40 | GQ 2.4 10 220 | GR 38.3 24.2 430 | GS -54.4 -36.9 90, -58.4 -26.3 10
  GT 15.9 -90.4 250 | GU 13.4 144.8 30 | GW 12.2 -15.2 170 | GY 5 -58.7 430 | HK 22.4 114.1 30 | HM -53 73.5 30
  HN 14.7 -86.3 340 | HR 44.3 16.4 270 | HT 18.9 -73 170 | HU 47.5 19.4 270 | ID -1.8 118 2670 | IE 53.4 -8.6 240
  IL 31.5 35.4 230 | IM 54.2 -4.6 30 | IN 21 82.2 1730, 10.1 93.4 390 | IO -7.3 72.4 20 | IQ 32.9 44.3 520
  IR 32.8 53.7 1140 | IS 65.4 -19 260 | IT 41.6 11.7 620 | JE 49.2 -2.1 10 | JM 18.1 -77.3 120 | JO 31.4 36.8 290
  JP 34.8 133.2 1490 | KE 0.5 37.6 610 | KG 41 74.6 490 | KH 12.9 105.2 330
  KI 2.8 -158.3 180, 0.9 173.9 270, -4.8 -155.4 110, -3.9 -172.8 220, -11.4 -151.8 10, -0.9 169.5 10 | KM -11.9 43.9 90
  KN 17.3 -62.7 30 | KP 40.4 127.6 360 | KR 35.7 128.1 330 | KW 29.2 47.6 110 | KY 19.5 -80.6 100 | KZ 50.6 66.8 1480
  LA 18.5 104.5 540 | LB 33.9 35.7 110 | LC 13.9 -60.9 30 | LI 47.2 9.5 20 | LK 7.9 80.4 220 | LR 6.3 -9.1 280
  LS -29.6 28.2 120 | LT 55.4 23.8 190 | LU 49.8 6.2 50 | LV 56.4 24.6 230 | LY 26.8 18.6 1000 | MA 28.3 -9.9 1050
  MC 43.7 7.4 10 | MD 47 28 180 | ME 42.7 19.2 100 | MF 18.1 -63.1 10 | MG -18.8 47.3 780
  MH 7.1 170.2 180, 11.2 166.9 10 | MK 41.5 21.7 110 | ML 16.9 -4.3 940 | MM 19.2 97.9 1040 | MN 48.9 104.2 1200
  MO 22.2 113.5 10 | MP 16.5 145.4 270 | MQ 14.6 -61 40 | MR 20.5 -10.9 800 | MS 16.7 -62.2 10 | MT 36 14.4 30
  MU -20.2 57.5 40 | MV 3.7 73.5 60 | MW -13.3 34.1 450 | MX 25.3 -102.1 1670 | MY 3.6 114.4 580, 3.9 102 380
  MZ -18.7 36.5 1020 | NA -21.5 18.3 840 | NC -21.2 166 230, -19.2 159.9 20 | NE 18.1 7.8 930 | NF -29.1 167.9 10
  NG 9.4 8.6 730 | NI 13.1 -85 300 | NL 52.3 5.4 180 | NO 64.7 16 890 | NP 28 84.2 420 | NR -0.5 166.9 10
  NU -19.1 -169.9 20 | NZ -43.5 171.4 1030, -44 -176.5 40 | OM 21.5 54.7 570 | PA 8.7 -80.1 330 | PE -9.3 -73.1 1060
  PF -17.2 -150.3 150, -9.7 -139.4 130, -17.4 -141 520 | PG -6.5 148 890 | PH 12.8 121.8 900 | PK 30.9 68.5 940
  PL 51.7 19 410 | PM 46.9 -56.3 30 | PN -24.4 -128.3 10 | PR 18.1 -66.6 140 | PS 31.8 34.9 100
  PT 39.5 -8 300, 32.8 -17 30, 38.3 -28.1 310 | PW 7.5 134.6 30, 3 131.2 10 | PY -23.6 -58.8 540 | QA 25.4 51.1 90
  RE -21.1 55.6 40 | RO 45.6 25 380 | RS 44.2 20.7 250 | RU 66 90.9 4140 | RW -1.9 29.8 130 | SA 25 45.3 1140
  SB -9.4 161.3 670 | SC -4.7 55.5 20 | SD 15.5 30 1030 | SE 62.2 16.1 790 | SG 1.3 103.8 20
  SH -16 -5.7 10, -7.9 -14.4 10 | SI 46.2 14.9 130 | SJ 77.5 23.3 380, 71 -8.5 30 | SK 48.8 19.7 220 | SL 8.5 -11.8 180
  SM 43.9 12.5 10 | SN 13.9 -14.3 360 | SO 5.1 46.3 930 | SR 4.2 -55.7 270 | SS 7.5 29.8 640 | ST 0.9 7 110
  SV 13.7 -88.9 130 | SX 18.1 -63.1 10 | SY 35 38.9 390 | SZ -26.5 31.6 100 | TC 21.8 -72 40 | TD 15.4 16.7 900
  TF -49.2 69.5 80, -46.4 51.8 10 | TG 8.6 0.7 290 | TH 13 100.5 830 | TJ 38.5 71.3 360 | TK -9.2 -171.8 100
  TL -8.9 125.7 190 | TM 39.8 59.7 650 | TN 33.8 9.6 400 | TO -20 -174.4 170 | TR 39 35.4 850 | TT 10.7 -61.2 110
  TV -8 178.3 350 | TW 23.8 120.3 220 | TZ -5.8 35.4 760 | UA 49 31.1 660 | UG 1.4 31.8 400
  US 41.9 -96.1 2370, 57.6 -159.7 1830, 20.6 -157.4 350 | UY -32.4 -55.9 300 | UZ 42.8 64.7 740 | VA 41.9 12.4 10
  VC 13 -61.2 40 | VE 7.4 -66.7 770 | VG 18.6 -64.5 30 | VI 18.1 -64.8 50 | VN 16 105.3 830 | VU -17 168.7 390
  WF -13.7 -177.2 130 | WS -13.8 -172.1 80 | XK 42.6 20.8 80 | YE 14.6 48.7 670 | YT -12.8 45.1 20 | ZA -28.5 25.2 920
  ZM -13.2 27.8 720 | ZW -18.8 29.3 450
  `
    .split(/[|\n]/)
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => [row.slice(0, 2), row.slice(3).split(', ').map(discIn)]),
);

function discIn(text: string): Disc {
  const [latitude = NaN, longitude = NaN, radius = NaN] = text.split(' ').map(Number);
  return { latitude, longitude, radius };
}
