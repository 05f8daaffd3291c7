// One spelling a product, whichever of its names of ten years a record uses.

import type { Thing } from './objects.ts';
import { textIn } from './objects.ts';

const PRODUCTS: readonly (readonly [string, string])[] = [
  [
    'Microsoft Entra ID Protection',
    'IPC|AAD|AAD Identity Protection|Identity Protection|IdentityProtection|Azure Active Directory|Azure Active Directory Identity Protection|AzureAdIdentityProtection|Entra ID Protection|Microsoft Entra ID|Microsoft Entra ID Protection',
  ],
  [
    'Microsoft Defender for Endpoint',
    'MDATP|MDE|Windows Defender ATP|WDATP|Windows Defender Advanced Threat Protection|Microsoft Defender Advanced Threat Protection|Microsoft Defender ATP|Microsoft Defender for Endpoint|EDR|Antivirus|SmartScreen',
  ],
  [
    'Microsoft Defender for Office 365',
    'OATP|MDO|Office ATP|Office 365 ATP|Office 365 Advanced Threat Protection|Microsoft Defender for Office 365|Office 365 Security & Compliance|Office 365 Security and Compliance|Security Compliance Alerts',
  ],
  [
    'Microsoft Defender for Cloud Apps',
    'MCAS|MDA|Cloud App Security|Microsoft Cloud App Security|Microsoft Cloud Application Security|Microsoft Defender for Cloud Apps|App Governance|Microsoft App Governance|App Governance Policy|App Governance Detection|appG',
  ],
  ['Microsoft Defender for Identity', 'AATP|MDI|AATA|Azure ATP|Azure Advanced Threat Protection|Microsoft Defender for Identity'],
  [
    'Microsoft Defender XDR',
    'MTP|M365D|Microsoft 365 Defender|Microsoft Threat Protection|Microsoft XDR|Microsoft Defender XDR|Microsoft Threat Experts',
  ],
  [
    'Microsoft Sentinel',
    'ASI Scheduled Alerts|ASI NRT Alerts|ASI|Azure Sentinel|Microsoft Sentinel|Sentinel|Scheduled|NRT|Fusion|ASI Anomalies',
  ],
  [
    'Microsoft Defender for Cloud',
    'ASC|MDC|Azure Security Center|Azure Security Center for IoT|Azure Defender|Microsoft Defender for Cloud|Microsoft Defender for Servers|StorageThreatDetection|AppServices',
  ],
  [
    'Microsoft Purview Data Loss Prevention',
    'DLP|Data Loss Prevention|Microsoft Data Loss Prevention|Microsoft Purview DLP|Microsoft Purview Data Loss Prevention',
  ],
  [
    'Microsoft Purview Insider Risk Management',
    'IRM|Insider Risk Management|Microsoft Insider Risk Management|Microsoft Purview Insider Risk Management',
  ],
];

const folded = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');
const byName = new Map(PRODUCTS.flatMap(([product, names]) => names.split('|').map((name) => [folded(name), product] as const)));

/** The first of the names that is known, else the first. Several names a record: the vendor's portal, the product, its part. */
export function productOf(...names: readonly (string | undefined)[]): string {
  const told = names.filter((name) => name !== undefined);
  const name = told.find((it) => byName.has(folded(it))) ?? told[0];
  return name === undefined ? 'Another product' : (byName.get(folded(name)) ?? name);
}

export const productIn = (thing: Thing, ...fields: readonly string[]): string =>
  productOf(...fields.map((field) => textIn(thing, field)));
