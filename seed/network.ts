// Where people and machines reach the cloud from: carriers, cities, addresses.
//
// The prefixes lie inside blocks that carriers and hosters of that country
// announce, because an audit record carries only an address and its reader has
// to look the country up. Nothing is ever sent to any of them.

import { createRng, type Rng } from './random.ts';

export interface City {
  readonly name: string;
  readonly state: string;
  /** Two letters, as in ISO 3166. */
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  /** As in the IANA database. */
  readonly zone: string;
}

export interface Carrier {
  readonly name: string;
  readonly asn: number;
  readonly country: string;
  readonly kind: 'home' | 'mobile' | 'business' | 'hosting' | 'vpn';
  /** Beginnings of addresses: two or three numbers, or groups of an IPv6 address. */
  readonly prefixes: readonly [string, ...string[]];
}

/** One exit to the internet, as the cloud sees it. */
export interface Place {
  readonly address: string;
  readonly asn: number;
  readonly city: City;
}

export interface Exit {
  readonly carrier: Carrier;
  readonly city: City;
}

export interface Region {
  readonly country: string;
  readonly name: string;
  /** The largest first. */
  readonly cities: readonly [City, ...City[]];
  readonly home: readonly [Carrier, ...Carrier[]];
  readonly mobile: readonly [Carrier, ...Carrier[]];
  readonly business: readonly [Carrier, ...Carrier[]];
  /** Where people from here travel to. */
  readonly destinations: readonly [Exit, ...Exit[]];
  /** What a mobile number begins with, and how many digits follow. */
  readonly dialling: string;
  readonly digits: number;
  /** Public holidays of fixed date, `12-25`; those that move with the moon or the weekday are worked. */
  readonly holidays: ReadonlySet<string>;
  /** The part of Exchange Online mailboxes of this region live in, and how names of its servers begin. */
  readonly forest: string;
  readonly servers: readonly [string, ...string[]];
}

const city = (name: string, state: string, country: string, latitude: number, longitude: number, zone: string): City => ({
  name,
  state,
  country,
  latitude,
  longitude,
  zone,
});

export const cities = {
  sydney: city('Sydney', 'New South Wales', 'AU', -33.8688, 151.209, 'Australia/Sydney'),
  melbourne: city('Melbourne', 'Victoria', 'AU', -37.814, 144.9633, 'Australia/Melbourne'),
  brisbane: city('Brisbane', 'Queensland', 'AU', -27.4679, 153.0281, 'Australia/Brisbane'),
  perth: city('Perth', 'Western Australia', 'AU', -31.9522, 115.8589, 'Australia/Perth'),
  adelaide: city('Adelaide', 'South Australia', 'AU', -34.9287, 138.5986, 'Australia/Adelaide'),
  auckland: city('Auckland', 'Auckland', 'NZ', -36.8485, 174.7633, 'Pacific/Auckland'),
  wellington: city('Wellington', 'Wellington', 'NZ', -41.2866, 174.7756, 'Pacific/Auckland'),
  christchurch: city('Christchurch', 'Canterbury', 'NZ', -43.5333, 172.6333, 'Pacific/Auckland'),
  newYork: city('New York', 'New York', 'US', 40.7143, -74.006, 'America/New_York'),
  newJersey: city('North Bergen', 'New Jersey', 'US', 40.8043, -74.0121, 'America/New_York'),
  chicago: city('Chicago', 'Illinois', 'US', 41.85, -87.65, 'America/Chicago'),
  dallas: city('Dallas', 'Texas', 'US', 32.7831, -96.8067, 'America/Chicago'),
  houston: city('Houston', 'Texas', 'US', 29.7633, -95.3633, 'America/Chicago'),
  denver: city('Denver', 'Colorado', 'US', 39.7392, -104.9847, 'America/Denver'),
  losAngeles: city('Los Angeles', 'California', 'US', 34.0522, -118.2437, 'America/Los_Angeles'),
  seattle: city('Seattle', 'Washington', 'US', 47.6062, -122.3321, 'America/Los_Angeles'),
  orlando: city('Orlando', 'Florida', 'US', 28.5383, -81.3792, 'America/New_York'),
  miami: city('Miami', 'Florida', 'US', 25.7743, -80.1937, 'America/New_York'),
  redmond: city('Redmond', 'Washington', 'US', 47.6801, -122.1206, 'America/Los_Angeles'),
  mountainView: city('Mountain View', 'California', 'US', 37.3861, -122.0839, 'America/Los_Angeles'),
  toronto: city('Toronto', 'Ontario', 'CA', 43.7001, -79.4163, 'America/Toronto'),
  vancouver: city('Vancouver', 'British Columbia', 'CA', 49.2497, -123.1193, 'America/Vancouver'),
  montreal: city('Montreal', 'Quebec', 'CA', 45.5088, -73.5878, 'America/Toronto'),
  mexicoCity: city('Mexico City', 'Ciudad De Mexico', 'MX', 19.4285, -99.1277, 'America/Mexico_City'),
  saoPaulo: city('Sao Paulo', 'Sao Paulo', 'BR', -23.5475, -46.6361, 'America/Sao_Paulo'),
  rio: city('Rio De Janeiro', 'Rio De Janeiro', 'BR', -22.9064, -43.1822, 'America/Sao_Paulo'),
  curitiba: city('Curitiba', 'Parana', 'BR', -25.4278, -49.2731, 'America/Sao_Paulo'),
  london: city('London', 'England', 'GB', 51.5085, -0.1257, 'Europe/London'),
  manchester: city('Manchester', 'England', 'GB', 53.4809, -2.2374, 'Europe/London'),
  birmingham: city('Birmingham', 'England', 'GB', 52.4814, -1.8998, 'Europe/London'),
  edinburgh: city('Edinburgh', 'Scotland', 'GB', 55.9521, -3.1965, 'Europe/London'),
  dublin: city('Dublin', 'Dublin', 'IE', 53.3331, -6.2489, 'Europe/Dublin'),
  cork: city('Cork', 'Cork', 'IE', 51.898, -8.4706, 'Europe/Dublin'),
  berlin: city('Berlin', 'Berlin', 'DE', 52.5244, 13.4105, 'Europe/Berlin'),
  hamburg: city('Hamburg', 'Hamburg', 'DE', 53.5753, 10.0153, 'Europe/Berlin'),
  munich: city('Munich', 'Bayern', 'DE', 48.1374, 11.5755, 'Europe/Berlin'),
  frankfurt: city('Frankfurt Am Main', 'Hessen', 'DE', 50.1155, 8.6842, 'Europe/Berlin'),
  falkenstein: city('Falkenstein', 'Sachsen', 'DE', 50.4779, 12.3713, 'Europe/Berlin'),
  amsterdam: city('Amsterdam', 'Noord-Holland', 'NL', 52.374, 4.8897, 'Europe/Amsterdam'),
  rotterdam: city('Rotterdam', 'Zuid-Holland', 'NL', 51.9225, 4.4792, 'Europe/Amsterdam'),
  eindhoven: city('Eindhoven', 'Noord-Brabant', 'NL', 51.4408, 5.4778, 'Europe/Amsterdam'),
  paris: city('Paris', 'Paris', 'FR', 48.8534, 2.3488, 'Europe/Paris'),
  lyon: city('Lyon', 'Rhone', 'FR', 45.7485, 4.8467, 'Europe/Paris'),
  roubaix: city('Roubaix', 'Nord', 'FR', 50.6942, 3.1746, 'Europe/Paris'),
  madrid: city('Madrid', 'Madrid', 'ES', 40.4165, -3.7026, 'Europe/Madrid'),
  milan: city('Milan', 'Lombardia', 'IT', 45.4643, 9.1895, 'Europe/Rome'),
  zurich: city('Zurich', 'Zurich', 'CH', 47.3667, 8.55, 'Europe/Zurich'),
  brussels: city('Brussels', 'Brussels', 'BE', 50.8505, 4.3488, 'Europe/Brussels'),
  stockholm: city('Stockholm', 'Stockholm', 'SE', 59.3326, 18.0649, 'Europe/Stockholm'),
  helsinki: city('Helsinki', 'Uusimaa', 'FI', 60.1695, 24.9354, 'Europe/Helsinki'),
  warsaw: city('Warsaw', 'Mazowieckie', 'PL', 52.2298, 21.0118, 'Europe/Warsaw'),
  prague: city('Prague', 'Praha', 'CZ', 50.088, 14.4208, 'Europe/Prague'),
  vilnius: city('Vilnius', 'Vilniaus Apskritis', 'LT', 54.6892, 25.2798, 'Europe/Vilnius'),
  bucharest: city('Bucharest', 'Bucuresti', 'RO', 44.4323, 26.1063, 'Europe/Bucharest'),
  sofia: city('Sofia', 'Sofia', 'BG', 42.6975, 23.3242, 'Europe/Sofia'),
  chisinau: city('Chisinau', 'Chisinau', 'MD', 47.0056, 28.8575, 'Europe/Chisinau'),
  kyiv: city('Kyiv', 'Kyiv', 'UA', 50.4547, 30.5238, 'Europe/Kyiv'),
  moscow: city('Moscow', 'Moskva', 'RU', 55.7522, 37.6156, 'Europe/Moscow'),
  istanbul: city('Istanbul', 'Istanbul', 'TR', 41.0138, 28.9497, 'Europe/Istanbul'),
  accra: city('Accra', 'Greater Accra', 'GH', 5.5502, -0.2174, 'Africa/Accra'),
  kumasi: city('Kumasi', 'Ashanti', 'GH', 6.6885, -1.6244, 'Africa/Accra'),
  lagos: city('Lagos', 'Lagos', 'NG', 6.4541, 3.3947, 'Africa/Lagos'),
  abuja: city('Abuja', 'Federal Capital Territory', 'NG', 9.0579, 7.4951, 'Africa/Lagos'),
  nairobi: city('Nairobi', 'Nairobi', 'KE', -1.2833, 36.8167, 'Africa/Nairobi'),
  johannesburg: city('Johannesburg', 'Gauteng', 'ZA', -26.2023, 28.0436, 'Africa/Johannesburg'),
  casablanca: city('Casablanca', 'Casablanca-Settat', 'MA', 33.5883, -7.6114, 'Africa/Casablanca'),
  cairo: city('Cairo', 'Al Qahirah', 'EG', 30.0626, 31.2497, 'Africa/Cairo'),
  dubai: city('Dubai', 'Dubai', 'AE', 25.0657, 55.1713, 'Asia/Dubai'),
  mumbai: city('Mumbai', 'Maharashtra', 'IN', 19.0728, 72.8826, 'Asia/Kolkata'),
  bengaluru: city('Bengaluru', 'Karnataka', 'IN', 12.9719, 77.5937, 'Asia/Kolkata'),
  delhi: city('Delhi', 'Delhi', 'IN', 28.652, 77.2315, 'Asia/Kolkata'),
  hyderabad: city('Hyderabad', 'Telangana', 'IN', 17.3841, 78.4564, 'Asia/Kolkata'),
  singapore: city('Singapore', 'Central Singapore', 'SG', 1.2897, 103.8501, 'Asia/Singapore'),
  kualaLumpur: city('Kuala Lumpur', 'Kuala Lumpur', 'MY', 3.1412, 101.6865, 'Asia/Kuala_Lumpur'),
  bangkok: city('Bangkok', 'Krung Thep', 'TH', 13.754, 100.5014, 'Asia/Bangkok'),
  jakarta: city('Jakarta', 'Jakarta Raya', 'ID', -6.2146, 106.8451, 'Asia/Jakarta'),
  hanoi: city('Hanoi', 'Ha Noi', 'VN', 21.0245, 105.8412, 'Asia/Ho_Chi_Minh'),
  manila: city('Manila', 'Manila', 'PH', 14.6042, 120.9822, 'Asia/Manila'),
  hongKong: city('Hong Kong', 'Central And Western', 'HK', 22.2783, 114.1747, 'Asia/Hong_Kong'),
  tokyo: city('Tokyo', 'Tokyo', 'JP', 35.6895, 139.6917, 'Asia/Tokyo'),
} as const satisfies Record<string, City>;

const carrier = (
  name: string,
  asn: number,
  country: string,
  kind: Carrier['kind'],
  ...prefixes: readonly [string, ...string[]]
): Carrier => ({ name, asn, country, kind, prefixes });

export const carriers = {
  telstraHome: carrier('Telstra', 1221, 'AU', 'home', '101.175', '144.139', '58.162', '124.180'),
  tpgHome: carrier('TPG', 7545, 'AU', 'home', '14.202', '110.174', '27.33', '220.240'),
  aussieBroadbandHome: carrier('Aussie Broadband', 4764, 'AU', 'home', '159.196', '144.6', '2403:5800'),
  iinetHome: carrier('iiNet', 4739, 'AU', 'home', '59.167', '124.168', '14.2'),
  optusHome: carrier('Optus', 4804, 'AU', 'home', '114.72', '122.111', '211.29'),
  telstraBusiness: carrier('Telstra Business', 1221, 'AU', 'business', '101.179.164', '124.185.161', '120.153.155'),
  vocusBusiness: carrier('Vocus', 4826, 'AU', 'business', '175.45.64', '121.79.55', '202.174.236'),
  telstraMobile: carrier('Telstra Mobile', 1221, 'AU', 'mobile', '1.129', '1.146', '1.152'),
  optusMobile: carrier('Optus Mobile', 4804, 'AU', 'mobile', '49.184', '49.180'),
  vodafoneMobile: carrier('Vodafone Australia', 133612, 'AU', 'mobile', '120.16', '101.113', '101.119'),

  sparkNz: carrier('Spark', 4771, 'NZ', 'home', '122.57'),
  oneNz: carrier('One NZ', 9500, 'NZ', 'home', '118.92', '121.74', '121.90'),
  twoDegreesBusiness: carrier('2degrees Business', 9790, 'NZ', 'business', '121.98.22', '121.99.176', '101.98.135'),
  oneNzMobile: carrier('One NZ Mobile', 9500, 'NZ', 'mobile', '49.224', '49.226'),
  twoDegreesMobile: carrier('2degrees Mobile', 23655, 'NZ', 'mobile', '111.69.26', '111.69.128', '111.69.229'),

  comcastHome: carrier('Comcast', 7922, 'US', 'home', '73.55', '50.166', '71.56', '73.122'),
  charterHome: carrier('Charter', 20115, 'US', 'home', '24.183', '47.33', '71.87', '96.42'),
  spectrumTexasHome: carrier('Spectrum Texas', 11427, 'US', 'home', '68.203', '70.114', '76.185'),
  attHome: carrier('AT&T Internet', 7018, 'US', 'home', '99.89', '107.100', '75.17', '45.16'),
  verizonHome: carrier('Verizon Fios', 701, 'US', 'home', '70.107', '72.68', '173.79'),
  coxHome: carrier('Cox', 22773, 'US', 'home', '68.97', '70.162', '72.195'),
  lumenBusiness: carrier('Lumen', 209, 'US', 'business', '65.136.209', '67.132.191', '63.228.123'),
  zayoBusiness: carrier('Zayo', 6461, 'US', 'business', '208.184.58', '209.183.186', '216.191.119'),
  tMobileUs: carrier('T-Mobile USA', 21928, 'US', 'mobile', '172.50', '100.131'),
  attMobility: carrier('AT&T Mobility', 20057, 'US', 'mobile', '107.90', '166.173', '166.195'),
  verizonWireless: carrier('Verizon Wireless', 22394, 'US', 'mobile', '70.193', '97.29', '166.142'),

  bellHome: carrier('Bell', 577, 'CA', 'home', '65.94', '70.50', '76.66'),
  rogersHome: carrier('Rogers', 812, 'CA', 'home', '99.230', '99.241', '174.114'),
  bellBusiness: carrier('Bell Business', 577, 'CA', 'business', '142.120.10', '142.185.14', '174.95.20'),
  telusMobile: carrier('TELUS Mobility', 852, 'CA', 'mobile', '50.92', '75.157'),
  rogersMobile: carrier('Rogers Wireless', 812, 'CA', 'mobile', '72.143'),

  btHome: carrier('BT', 2856, 'GB', 'home', '86.160', '81.133', '86.133', '86.166'),
  virginMediaHome: carrier('Virgin Media', 5089, 'GB', 'home', '77.101', '82.11', '86.19', '94.174'),
  skyHome: carrier('Sky', 5607, 'GB', 'home', '90.203', '94.12', '176.27', '2.216'),
  talkTalkHome: carrier('TalkTalk', 13285, 'GB', 'home', '78.150', '89.243', '92.29'),
  coltBusiness: carrier('Colt', 8220, 'GB', 'business', '80.169.204', '212.36.144', '213.86.120'),
  gammaBusiness: carrier('Gamma', 31655, 'GB', 'business', '62.223.79', '79.74.239', '164.39.191'),
  o2Mobile: carrier('O2 UK', 35228, 'GB', 'mobile', '82.132.184', '82.132.212', '82.132.230'),
  vodafoneUkMobile: carrier('Vodafone UK', 25135, 'GB', 'mobile', '148.252.128', '148.252.132', '148.252.140'),

  eirHome: carrier('Eir', 5466, 'IE', 'home', '83.70', '86.40', '86.43', '95.44'),
  virginIrelandHome: carrier('Virgin Media Ireland', 6830, 'IE', 'home', '89.100', '89.101', '46.7'),
  btIrelandBusiness: carrier('BT Ireland', 2110, 'IE', 'business', '193.120.53', '193.120.218', '194.125.25'),
  threeIrelandMobile: carrier('Three Ireland', 13280, 'IE', 'mobile', '92.251.187', '80.233.61', '89.204.192'),
  vodafoneIrelandMobile: carrier('Vodafone Ireland', 15502, 'IE', 'mobile', '109.76', '109.78'),

  telekomHome: carrier('Deutsche Telekom', 3320, 'DE', 'home', '79.225', '84.152', '87.174', '93.194'),
  vodafoneGermanyHome: carrier('Vodafone Germany', 3209, 'DE', 'home', '37.4', '84.61', '95.90', '176.199'),
  versatelHome: carrier('1&1 Versatel', 8881, 'DE', 'home', '87.122', '89.245', '92.117'),
  coltGermanyBusiness: carrier('Colt Germany', 8220, 'DE', 'business', '62.96.174', '213.61.7', '217.111.46'),
  mnetBusiness: carrier('M-net', 8767, 'DE', 'business', '62.216.218', '212.114.184', '188.174.78'),
  o2GermanyMobile: carrier('O2 Germany', 6805, 'DE', 'mobile', '2.242', '77.186'),
  telekomMobile: carrier('Telekom Mobil', 3320, 'DE', 'mobile', '31.250'),

  kpnHome: carrier('KPN', 1136, 'NL', 'home', '77.61', '77.173', '82.169', '86.86'),
  ziggoHome: carrier('Ziggo', 33915, 'NL', 'home', '62.163', '84.28', '92.111', '217.101'),
  odidoHome: carrier('Odido Thuis', 50266, 'NL', 'home', '31.21', '85.144', '95.99'),
  eurofiberBusiness: carrier('Eurofiber', 39686, 'NL', 'business', '62.122.43', '144.178.124', '90.145.117'),
  odidoMobile: carrier('Odido', 31615, 'NL', 'mobile', '178.225', '178.228'),

  orangeHome: carrier('Orange', 3215, 'FR', 'home', '81.53', '86.206', '90.52', '109.209'),
  freeHome: carrier('Free', 12322, 'FR', 'home', '78.202', '82.238', '88.173'),
  sfrBusiness: carrier('SFR Business', 15557, 'FR', 'business', '77.140.20', '81.220.14', '109.14.30'),
  sfrMobile: carrier('SFR Mobile', 15557, 'FR', 'mobile', '77.140', '93.8'),

  singtel: carrier('Singtel', 9506, 'SG', 'home', '121.6', '121.7'),
  starHubHome: carrier('StarHub', 55430, 'SG', 'home', '58.182', '116.87', '218.186'),
  singNetBusiness: carrier('SingNet', 3758, 'SG', 'business', '58.185.10', '58.185.80', '58.185.170'),
  singtelMobile: carrier('Singtel Mobile', 45143, 'SG', 'mobile', '119.234.0', '119.234.80', '180.255.143'),
  m1Mobile: carrier('M1', 4773, 'SG', 'mobile', '27.104', '175.156'),

  airtelHome: carrier('Airtel', 24560, 'IN', 'home', '122.161', '122.171', '122.178', '223.226'),
  bsnlHome: carrier('BSNL', 9829, 'IN', 'home', '59.95', '117.194', '117.209'),
  actHome: carrier('ACT Fibernet', 24309, 'IN', 'home', '106.51.30', '106.51.178', '49.207.144', '183.82.37'),
  tataBusiness: carrier('Tata Communications', 4755, 'IN', 'business', '14.142.58', '115.112.167', '121.244.86'),
  airtelBusiness: carrier('Airtel Business', 9498, 'IN', 'business', '125.19.80', '182.74.42', '122.186.3'),
  jioMobile: carrier('Jio', 55836, 'IN', 'mobile', '47.30', '49.39', '152.56', '157.48'),
  airtelMobile: carrier('Airtel Mobile', 45609, 'IN', 'mobile', '106.198', '106.217', '223.225'),

  claroHome: carrier('Claro', 28573, 'BR', 'home', '177.142', '179.158', '187.67', '189.101'),
  vivoHome: carrier('Vivo', 27699, 'BR', 'home', '177.94', '179.110', '187.75', '189.110'),
  embratelBusiness: carrier('Embratel', 4230, 'BR', 'business', '200.174.198', '200.213.206', '200.249.21'),
  timMobile: carrier('TIM', 26615, 'BR', 'mobile', '177.148', '186.198', '189.64'),
  vivoMobile: carrier('Vivo Movel', 26599, 'BR', 'mobile', '177.61', '179.165', '187.118'),

  mtnGhana: carrier('MTN Ghana', 30986, 'GH', 'mobile', '154.160', '154.161'),
  vodafoneGhana: carrier('Vodafone Ghana', 29614, 'GH', 'home', '41.66.200', '41.66.221'),
  mtnNigeria: carrier('MTN Nigeria', 29465, 'NG', 'mobile', '102.88', '102.91', '197.210'),
  airtelNigeria: carrier('Airtel Nigeria', 36873, 'NG', 'mobile', '105.114', '105.116', '105.119'),
  globacom: carrier('Globacom', 37148, 'NG', 'home', '41.203.72', '129.205.99', '197.211.55'),
  safaricomHome: carrier('Safaricom', 37061, 'KE', 'home', '197.248'),
  telkomSouthAfrica: carrier('Telkom SA', 37457, 'ZA', 'home', '105.184', '105.224', '105.228'),
  marocTelecom: carrier('Maroc Telecom', 36903, 'MA', 'home', '105.154', '160.177', '196.74'),
  teData: carrier('TE Data', 8452, 'EG', 'home', '41.41', '156.210', '197.35'),
  etisalat: carrier('Etisalat', 5384, 'AE', 'home', '2.50', '92.96', '94.57'),
  telmex: carrier('Telmex', 8151, 'MX', 'home', '187.137', '189.175', '201.122'),
  telefonica: carrier('Telefonica', 3352, 'ES', 'home', '79.144', '83.34', '88.19'),
  telecomItalia: carrier('Telecom Italia', 3269, 'IT', 'home', '79.2', '82.55', '87.11'),
  swisscom: carrier('Swisscom', 3303, 'CH', 'home', '81.63', '85.2', '178.196'),
  proximus: carrier('Proximus', 5432, 'BE', 'home', '81.245', '91.177', '109.130'),
  telia: carrier('Telia', 3301, 'SE', 'home', '78.64', '81.224', '90.224'),
  digiRomania: carrier('Digi Romania', 8708, 'RO', 'home', '5.13', '79.115', '86.124'),
  orangePolska: carrier('Orange Polska', 5617, 'PL', 'home', '37.47', '79.189', '83.29'),
  rostelecom: carrier('Rostelecom', 12389, 'RU', 'home', '5.138', '92.124', '95.188'),
  kyivstar: carrier('Kyivstar', 15895, 'UA', 'home', '46.211', '176.8', '188.163'),
  vivacom: carrier('Vivacom', 8866, 'BG', 'home', '79.100', '95.42'),
  turkTelekom: carrier('Turk Telekom', 9121, 'TR', 'home', '78.174', '85.106', '95.12'),
  vnpt: carrier('VNPT', 45899, 'VN', 'home', '14.169', '113.162', '123.23'),
  telkomIndonesia: carrier('Telkom Indonesia', 7713, 'ID', 'home', '36.70', '125.167', '180.250'),
  trueInternet: carrier('True Internet', 17552, 'TH', 'home', '58.8', '110.169', '171.97'),
  telekomMalaysia: carrier('Telekom Malaysia', 4788, 'MY', 'home', '60.52', '175.138', '218.111'),
  pldt: carrier('PLDT', 9299, 'PH', 'home', '112.200', '112.211', '122.3'),
  ocn: carrier('OCN', 4713, 'JP', 'home', '114.145', '153.137', '180.23'),
  hkt: carrier('HKT', 4760, 'HK', 'home', '1.64', '112.120', '218.102'),

  linode: carrier('Akamai Linode', 63949, 'US', 'hosting', '45.33.12', '45.33.64', '45.79.5', '45.79.160'),
  linodeGermany: carrier('Akamai Linode', 63949, 'DE', 'hosting', '172.104.228', '139.162.168'),
  digitalOcean: carrier('DigitalOcean', 14061, 'US', 'hosting', '104.131', '142.93.10', '165.22.133'),
  digitalOceanNetherlands: carrier('DigitalOcean', 14061, 'NL', 'hosting', '188.166.30', '167.172.37', '138.68.123'),
  digitalOceanSingapore: carrier('DigitalOcean', 14061, 'SG', 'hosting', '128.199.111', '139.59.114', '188.166.220'),
  digitalOceanIndia: carrier('DigitalOcean', 14061, 'IN', 'hosting', '139.59.6', '157.245.103', '139.59.92'),
  hetzner: carrier('Hetzner', 24940, 'DE', 'hosting', '88.198', '78.46', '144.76', '116.202'),
  hetznerFinland: carrier('Hetzner', 24940, 'FI', 'hosting', '65.109'),
  leaseweb: carrier('Leaseweb', 60781, 'NL', 'hosting', '85.17', '95.211'),
  leasewebUsa: carrier('Leaseweb USA', 30633, 'US', 'hosting', '23.105.167', '207.244.109', '207.58.146'),
  worldStream: carrier('WorldStream', 49981, 'NL', 'hosting', '45.146.129', '178.132.0', '185.132.135'),
  ovh: carrier('OVH', 16276, 'FR', 'hosting', '54.36.4', '51.75.4', '51.178.166'),
  ovhCanada: carrier('OVH', 16276, 'CA', 'hosting', '51.222.170', '144.217.229', '158.69.136'),
  ovhPoland: carrier('OVH', 16276, 'PL', 'hosting', '51.68.132', '51.83.139', '145.239.91'),
  scaleway: carrier('Scaleway', 12876, 'FR', 'hosting', '51.15', '51.158', '163.172'),
  vultr: carrier('Vultr', 20473, 'US', 'hosting', '45.77.84', '140.82.49', '207.246.71'),
  vultrJapan: carrier('Vultr', 20473, 'JP', 'hosting', '45.32.42', '45.76.208', '167.179.106'),
  vultrAustralia: carrier('Vultr', 20473, 'AU', 'hosting', '149.28.189', '45.77.232', '139.180.183'),
  clouvider: carrier('Clouvider', 62240, 'GB', 'hosting', '185.141.57', '185.192.69', '194.60.76'),
  hostinger: carrier('Hostinger', 47583, 'LT', 'hosting', '88.222.210', '153.92.1', '31.97.42'),
  hostingerBrazil: carrier('Hostinger', 47583, 'BR', 'hosting', '46.202.144', '145.223.94'),
  selectel: carrier('Selectel', 49505, 'RU', 'hosting', '37.9.13', '77.83.80', '95.213.242'),
  alexHost: carrier('AlexHost', 200019, 'MD', 'hosting', '37.221.67', '45.150.111', '93.185.167'),
  tencentHongKong: carrier('Tencent Cloud', 132203, 'HK', 'hosting', '43.129.147', '43.135.55', '119.28.63'),
  microsoft: carrier('Microsoft', 8075, 'US', 'hosting', '40.107.100', '40.107.200', '52.100.1', '52.101.40'),
  google: carrier('Google', 15169, 'US', 'hosting', '209.85.128', '209.85.160', '209.85.208', '209.85.218'),
  amazon: carrier('Amazon', 16509, 'US', 'hosting', '18.219.150', '52.41.92', '13.46.18'),
  azure: carrier('Microsoft Azure', 8075, 'US', 'hosting', '20.127.212', '13.89.81', '52.152.195'),

  m247Romania: carrier('M247', 9009, 'RO', 'vpn', '85.121.51', '93.177.73', '185.247.74'),
  m247Britain: carrier('M247', 9009, 'GB', 'vpn', '31.133.199', '84.252.95'),
  m247Usa: carrier('M247', 9009, 'US', 'vpn', '38.202.55', '172.111.214'),
  m247Sweden: carrier('M247', 9009, 'SE', 'vpn', '45.147.70', '194.32.225'),
  m247Italy: carrier('M247', 9009, 'IT', 'vpn', '84.37.167', '185.4.169'),
  m247Spain: carrier('M247', 9009, 'ES', 'vpn', '45.85.110', '185.4.171'),
  m247Japan: carrier('M247', 9009, 'JP', 'vpn', '37.120.154', '146.70.223'),
  m247Singapore: carrier('M247', 9009, 'SG', 'vpn', '146.70.67', '45.147.166'),
  m247Australia: carrier('M247', 9009, 'AU', 'vpn', '86.106.74', '195.206.105'),
  datacampCzechia: carrier('Datacamp', 60068, 'CZ', 'vpn', '84.17.32', '185.229.189', '169.150.200'),
  datacampBritain: carrier('Datacamp', 60068, 'GB', 'vpn', '84.17.51', '212.102.32', '143.244.39'),
  datacampUsa: carrier('Datacamp', 60068, 'US', 'vpn', '84.17.63', '156.146.58', '195.181.168'),
  datacampGermany: carrier('Datacamp', 212238, 'DE', 'vpn', '84.17.49', '138.199.19', '149.102.250'),
  mullvad: carrier('31173 Services', 39351, 'SE', 'vpn', '45.83.223', '185.213.154', '194.34.172'),
  proton: carrier('Proton', 209103, 'CH', 'vpn', '62.169.136', '185.159.157', '79.135.104'),
  packetHub: carrier('PacketHub', 136787, 'US', 'vpn', '45.143.69', '89.39.212', '185.183.213'),
} as const satisfies Record<string, Carrier>;

const exit = (from: Carrier, at: City): Exit => ({ carrier: from, city: at });

/** Rented machines. */
export const hostingExits: readonly [Exit, ...Exit[]] = [
  exit(carriers.linode, cities.dallas),
  exit(carriers.digitalOcean, cities.newJersey),
  exit(carriers.vultr, cities.losAngeles),
  exit(carriers.leasewebUsa, cities.miami),
  exit(carriers.linodeGermany, cities.frankfurt),
  exit(carriers.hetzner, cities.falkenstein),
  exit(carriers.hetznerFinland, cities.helsinki),
  exit(carriers.leaseweb, cities.amsterdam),
  exit(carriers.worldStream, cities.amsterdam),
  exit(carriers.digitalOceanNetherlands, cities.amsterdam),
  exit(carriers.ovh, cities.roubaix),
  exit(carriers.scaleway, cities.paris),
  exit(carriers.ovhCanada, cities.montreal),
  exit(carriers.ovhPoland, cities.warsaw),
  exit(carriers.clouvider, cities.london),
  exit(carriers.hostinger, cities.vilnius),
  exit(carriers.hostingerBrazil, cities.saoPaulo),
  exit(carriers.selectel, cities.moscow),
  exit(carriers.alexHost, cities.chisinau),
  exit(carriers.digitalOceanSingapore, cities.singapore),
  exit(carriers.digitalOceanIndia, cities.bengaluru),
  exit(carriers.vultrJapan, cities.tokyo),
  exit(carriers.vultrAustralia, cities.sydney),
  exit(carriers.tencentHongKong, cities.hongKong),
];

/** Consumer VPNs, used by honest people as well. */
export const vpnExits: readonly [Exit, ...Exit[]] = [
  exit(carriers.m247Romania, cities.bucharest),
  exit(carriers.m247Britain, cities.london),
  exit(carriers.m247Usa, cities.newYork),
  exit(carriers.m247Sweden, cities.stockholm),
  exit(carriers.m247Italy, cities.milan),
  exit(carriers.m247Spain, cities.madrid),
  exit(carriers.m247Japan, cities.tokyo),
  exit(carriers.m247Singapore, cities.singapore),
  exit(carriers.m247Australia, cities.sydney),
  exit(carriers.datacampCzechia, cities.prague),
  exit(carriers.datacampBritain, cities.london),
  exit(carriers.datacampUsa, cities.chicago),
  exit(carriers.datacampGermany, cities.frankfurt),
  exit(carriers.mullvad, cities.stockholm),
  exit(carriers.proton, cities.zurich),
  exit(carriers.packetHub, cities.miami),
];

/** Households and phones whose owners need not know: residential proxies, or where an intruder lives. */
export const homeExits: readonly [Exit, ...Exit[]] = [
  exit(carriers.comcastHome, cities.orlando),
  exit(carriers.attHome, cities.houston),
  exit(carriers.coxHome, cities.denver),
  exit(carriers.spectrumTexasHome, cities.houston),
  exit(carriers.btHome, cities.london),
  exit(carriers.virginMediaHome, cities.manchester),
  exit(carriers.telekomHome, cities.berlin),
  exit(carriers.telstraHome, cities.melbourne),
  exit(carriers.claroHome, cities.saoPaulo),
  exit(carriers.airtelHome, cities.delhi),
  exit(carriers.mtnGhana, cities.accra),
  exit(carriers.vodafoneGhana, cities.kumasi),
  exit(carriers.mtnNigeria, cities.lagos),
  exit(carriers.airtelNigeria, cities.abuja),
  exit(carriers.globacom, cities.lagos),
  exit(carriers.safaricomHome, cities.nairobi),
  exit(carriers.telkomSouthAfrica, cities.johannesburg),
  exit(carriers.marocTelecom, cities.casablanca),
  exit(carriers.teData, cities.cairo),
  exit(carriers.etisalat, cities.dubai),
  exit(carriers.telmex, cities.mexicoCity),
  exit(carriers.digiRomania, cities.bucharest),
  exit(carriers.orangePolska, cities.warsaw),
  exit(carriers.rostelecom, cities.moscow),
  exit(carriers.kyivstar, cities.kyiv),
  exit(carriers.vivacom, cities.sofia),
  exit(carriers.turkTelekom, cities.istanbul),
  exit(carriers.vnpt, cities.hanoi),
  exit(carriers.telkomIndonesia, cities.jakarta),
  exit(carriers.pldt, cities.manila),
];

const dates = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Hotels and conference halls: a carrier of the country at its largest city. */
const abroad = {
  melbourne: exit(carriers.telstraHome, cities.melbourne),
  sydney: exit(carriers.optusHome, cities.sydney),
  auckland: exit(carriers.sparkNz, cities.auckland),
  singapore: exit(carriers.singtel, cities.singapore),
  tokyo: exit(carriers.ocn, cities.tokyo),
  hongKong: exit(carriers.hkt, cities.hongKong),
  kualaLumpur: exit(carriers.telekomMalaysia, cities.kualaLumpur),
  bangkok: exit(carriers.trueInternet, cities.bangkok),
  mumbai: exit(carriers.airtelHome, cities.mumbai),
  dubai: exit(carriers.etisalat, cities.dubai),
  london: exit(carriers.btHome, cities.london),
  dublin: exit(carriers.eirHome, cities.dublin),
  paris: exit(carriers.orangeHome, cities.paris),
  amsterdam: exit(carriers.kpnHome, cities.amsterdam),
  berlin: exit(carriers.telekomHome, cities.berlin),
  brussels: exit(carriers.proximus, cities.brussels),
  madrid: exit(carriers.telefonica, cities.madrid),
  milan: exit(carriers.telecomItalia, cities.milan),
  zurich: exit(carriers.swisscom, cities.zurich),
  stockholm: exit(carriers.telia, cities.stockholm),
  newYork: exit(carriers.verizonHome, cities.newYork),
  losAngeles: exit(carriers.charterHome, cities.losAngeles),
  toronto: exit(carriers.bellHome, cities.toronto),
  mexicoCity: exit(carriers.telmex, cities.mexicoCity),
  saoPaulo: exit(carriers.vivoHome, cities.saoPaulo),
} as const;

const european: readonly [Exit, ...Exit[]] = [
  abroad.london,
  abroad.paris,
  abroad.amsterdam,
  abroad.berlin,
  abroad.brussels,
  abroad.madrid,
  abroad.milan,
  abroad.zurich,
  abroad.stockholm,
  abroad.newYork,
];

export const regions = {
  au: {
    country: 'AU',
    name: 'Australia',
    cities: [cities.sydney, cities.melbourne, cities.brisbane, cities.perth, cities.adelaide],
    home: [carriers.telstraHome, carriers.tpgHome, carriers.aussieBroadbandHome, carriers.iinetHome, carriers.optusHome],
    mobile: [carriers.telstraMobile, carriers.optusMobile, carriers.vodafoneMobile],
    business: [carriers.telstraBusiness, carriers.vocusBusiness],
    destinations: [abroad.melbourne, abroad.auckland, abroad.singapore, abroad.tokyo, abroad.london, abroad.losAngeles],
    dialling: '+61 4',
    digits: 8,
    holidays: dates('01-01 01-26 04-25 12-25 12-26'),
    forest: 'AUSP282A004.PROD.OUTLOOK.COM',
    servers: ['SY4P282', 'ME3P282', 'SYBP282', 'MEYP282'],
  },
  nz: {
    country: 'NZ',
    name: 'New Zealand',
    cities: [cities.auckland, cities.wellington, cities.christchurch],
    home: [carriers.sparkNz, carriers.oneNz],
    mobile: [carriers.oneNzMobile, carriers.twoDegreesMobile],
    business: [carriers.twoDegreesBusiness],
    destinations: [abroad.sydney, abroad.melbourne, abroad.singapore, abroad.losAngeles, abroad.london],
    dialling: '+64 21',
    digits: 7,
    holidays: dates('01-01 01-02 02-06 04-25 12-25 12-26'),
    forest: 'AUSP282A004.PROD.OUTLOOK.COM',
    servers: ['SY4P282', 'ME3P282', 'SYBP282', 'MEYP282'],
  },
  us: {
    country: 'US',
    name: 'United States',
    cities: [cities.newYork, cities.chicago, cities.losAngeles, cities.dallas, cities.denver, cities.seattle, cities.miami],
    home: [
      carriers.comcastHome,
      carriers.charterHome,
      carriers.attHome,
      carriers.verizonHome,
      carriers.coxHome,
      carriers.spectrumTexasHome,
    ],
    mobile: [carriers.tMobileUs, carriers.attMobility, carriers.verizonWireless],
    business: [carriers.lumenBusiness, carriers.zayoBusiness],
    destinations: [
      abroad.toronto,
      abroad.mexicoCity,
      abroad.london,
      abroad.losAngeles,
      abroad.newYork,
      abroad.paris,
      abroad.tokyo,
    ],
    dialling: '+1 2',
    digits: 9,
    holidays: dates('01-01 06-19 07-04 11-11 12-25'),
    forest: 'NAMPR12A001.PROD.OUTLOOK.COM',
    servers: ['BN8PR12', 'DM6PR12', 'MW4PR12', 'PH7PR12', 'SJ0PR12'],
  },
  ca: {
    country: 'CA',
    name: 'Canada',
    cities: [cities.toronto, cities.montreal, cities.vancouver],
    home: [carriers.bellHome, carriers.rogersHome],
    mobile: [carriers.telusMobile, carriers.rogersMobile],
    business: [carriers.bellBusiness],
    destinations: [abroad.newYork, abroad.losAngeles, abroad.london, abroad.paris],
    dialling: '+1 4',
    digits: 9,
    holidays: dates('01-01 07-01 09-30 11-11 12-25 12-26'),
    forest: 'CANPR01A001.PROD.OUTLOOK.COM',
    servers: ['YT1PR01', 'YT3PR01', 'YQBPR01'],
  },
  gb: {
    country: 'GB',
    name: 'United Kingdom',
    cities: [cities.london, cities.manchester, cities.birmingham, cities.edinburgh],
    home: [carriers.btHome, carriers.virginMediaHome, carriers.skyHome, carriers.talkTalkHome],
    mobile: [carriers.o2Mobile, carriers.vodafoneUkMobile],
    business: [carriers.coltBusiness, carriers.gammaBusiness],
    destinations: [abroad.dublin, ...european.slice(1), abroad.dubai],
    dialling: '+44 7',
    digits: 9,
    holidays: dates('01-01 12-25 12-26'),
    forest: 'GBRP265A001.PROD.OUTLOOK.COM',
    servers: ['LO4P265', 'LO2P265', 'CWLP265', 'CWXP265'],
  },
  ie: {
    country: 'IE',
    name: 'Ireland',
    cities: [cities.dublin, cities.cork],
    home: [carriers.eirHome, carriers.virginIrelandHome],
    mobile: [carriers.threeIrelandMobile, carriers.vodafoneIrelandMobile],
    business: [carriers.btIrelandBusiness],
    destinations: european,
    dialling: '+353 8',
    digits: 8,
    holidays: dates('01-01 03-17 12-25 12-26'),
    forest: 'EURPR05A001.PROD.OUTLOOK.COM',
    servers: ['DB8PR05', 'DU0PR05', 'AM0PR05', 'PAXPR05'],
  },
  de: {
    country: 'DE',
    name: 'Germany',
    cities: [cities.berlin, cities.hamburg, cities.munich, cities.frankfurt],
    home: [carriers.telekomHome, carriers.vodafoneGermanyHome, carriers.versatelHome],
    mobile: [carriers.telekomMobile, carriers.o2GermanyMobile],
    business: [carriers.coltGermanyBusiness, carriers.mnetBusiness],
    destinations: european,
    dialling: '+49 15',
    digits: 9,
    holidays: dates('01-01 05-01 10-03 12-25 12-26'),
    forest: 'DEUP281A001.PROD.OUTLOOK.COM',
    servers: ['FR0P281', 'FR2P281', 'BEZP281', 'BE1P281'],
  },
  nl: {
    country: 'NL',
    name: 'Netherlands',
    cities: [cities.amsterdam, cities.rotterdam, cities.eindhoven],
    home: [carriers.kpnHome, carriers.ziggoHome, carriers.odidoHome],
    mobile: [carriers.odidoMobile],
    business: [carriers.eurofiberBusiness],
    destinations: european,
    dialling: '+31 6',
    digits: 8,
    holidays: dates('01-01 04-27 12-25 12-26'),
    forest: 'EURPR05A001.PROD.OUTLOOK.COM',
    servers: ['AM0PR05', 'AS8PR05', 'DB8PR05', 'PAXPR05'],
  },
  fr: {
    country: 'FR',
    name: 'France',
    cities: [cities.paris, cities.lyon],
    home: [carriers.orangeHome, carriers.freeHome],
    mobile: [carriers.sfrMobile],
    business: [carriers.sfrBusiness],
    destinations: european,
    dialling: '+33 6',
    digits: 8,
    holidays: dates('01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25'),
    forest: 'FRAP264A001.PROD.OUTLOOK.COM',
    servers: ['PR0P264', 'PAZP264', 'MRZP264'],
  },
  sg: {
    country: 'SG',
    name: 'Singapore',
    cities: [cities.singapore],
    home: [carriers.singtel, carriers.starHubHome],
    mobile: [carriers.singtelMobile, carriers.m1Mobile],
    business: [carriers.singNetBusiness],
    destinations: [abroad.kualaLumpur, abroad.bangkok, abroad.hongKong, abroad.tokyo, abroad.sydney, abroad.mumbai],
    dialling: '+65 9',
    digits: 7,
    holidays: dates('01-01 05-01 08-09 12-25'),
    forest: 'APCPR03A001.PROD.OUTLOOK.COM',
    servers: ['SG2PR03', 'SI2PR03', 'KL1PR03', 'TYZPR03'],
  },
  in: {
    country: 'IN',
    name: 'India',
    cities: [cities.bengaluru, cities.mumbai, cities.delhi, cities.hyderabad],
    home: [carriers.airtelHome, carriers.bsnlHome, carriers.actHome],
    mobile: [carriers.jioMobile, carriers.airtelMobile],
    business: [carriers.tataBusiness, carriers.airtelBusiness],
    destinations: [abroad.dubai, abroad.singapore, abroad.london, abroad.newYork, abroad.bangkok],
    dialling: '+91 9',
    digits: 9,
    holidays: dates('01-26 08-15 10-02 12-25'),
    forest: 'INDP287A001.PROD.OUTLOOK.COM',
    servers: ['MA0P287', 'PN2P287', 'PN3P287', 'BM1P287'],
  },
  br: {
    country: 'BR',
    name: 'Brazil',
    cities: [cities.saoPaulo, cities.rio, cities.curitiba],
    home: [carriers.claroHome, carriers.vivoHome],
    mobile: [carriers.timMobile, carriers.vivoMobile],
    business: [carriers.embratelBusiness],
    destinations: [abroad.saoPaulo, abroad.mexicoCity, abroad.newYork, abroad.madrid, abroad.london],
    dialling: '+55 119',
    digits: 8,
    holidays: dates('01-01 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25'),
    forest: 'LAMP215A001.PROD.OUTLOOK.COM',
    servers: ['CP5P215', 'RO1P215', 'CPVP215'],
  },
} as const satisfies Record<string, Region>;

/** Behind a mobile carrier or a consumer VPN thousands leave through few addresses. */
const shared = new Map<Carrier, readonly string[]>();
const sharedAddresses = 32;

/** An exit of that carrier in that city. */
export function placeAt(rng: Rng, carrier: Carrier, where: City): Place {
  const isShared = carrier.kind === 'mobile' || carrier.kind === 'vpn';
  const address = isShared ? rng.pick(sharedBy(carrier)) : addressUnder(rng, rng.pick(carrier.prefixes));
  return { address, asn: carrier.asn, city: where };
}

/** A mobile number of that region. */
export const phoneNumberIn = (rng: Rng, { dialling, digits }: Region): string =>
  dialling + times(digits, () => String(rng.int(0, 9))).join('');

function sharedBy(carrier: Carrier): readonly string[] {
  const found = shared.get(carrier);
  if (found !== undefined) return found;
  const rng = createRng(`addresses of ${carrier.name}/${carrier.country}`);
  const made = times(sharedAddresses, () => addressUnder(rng, rng.pick(carrier.prefixes)));
  shared.set(carrier, made);
  return made;
}

function addressUnder(rng: Rng, prefix: string): string {
  if (prefix.includes(':')) return `${prefix}:${times(6, () => rng.int(0x1000, 0xffff).toString(16)).join(':')}`;
  const missing = 4 - prefix.split('.').length;
  return `${prefix}.${times(missing, () => rng.int(2, 250)).join('.')}`;
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
