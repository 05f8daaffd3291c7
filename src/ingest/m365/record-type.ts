// Numbers the unified log gives its kinds of record, and the names Log Analytics has for them.

import type { Field } from '../field.ts';

export const DIRECTORY = 8;
export const SIGN_IN = 15;

/** Records of the directory: changes and sign-ins, with their lists of ids. */
export const isDirectory = (record: Field): boolean => {
  const type = record.at('RecordType').maybeNumber();
  return type === DIRECTORY || type === SIGN_IN;
};

// Verdicts and findings of security products: nobody acted, something was said.
const VERDICTS: ReadonlySet<number> = new Set([28, 40, 41, 47, 64, 98]);

export const isVerdict = (record: Field): boolean => VERDICTS.has(record.at('RecordType').maybeNumber() ?? -1);

// Alerts of policies, automated investigations, alerts of Defender for Cloud Apps: another source reads them whole.
const ALERTS: ReadonlySet<unknown> = new Set([40, 64, 98]);

export const isAlertRecord = (record: Field): boolean => ALERTS.has(record.at('RecordType').maybeNumber());

/** `ExchangeAdmin` and `1` alike → 1; a name nobody asks about stays one. */
export const recordTypeNumber = (told: unknown): unknown => (typeof told === 'string' ? (NUMBERS[told] ?? told) : told);

const NUMBERS: Readonly<Record<string, number>> = {
  ExchangeAdmin: 1,
  ExchangeItem: 2,
  ExchangeItemGroup: 3,
  SharePoint: 4,
  SharePointFileOperation: 6,
  OneDrive: 7,
  AzureActiveDirectory: DIRECTORY,
  AzureActiveDirectoryAccountLogon: 9,
  SharePointSharingOperation: 14,
  AzureActiveDirectoryStsLogon: SIGN_IN,
  SecurityComplianceCenterEOPCmdlet: 18,
  MicrosoftTeams: 25,
  ThreatIntelligence: 28,
  SecurityComplianceAlerts: 40,
  ThreatIntelligenceUrl: 41,
  ThreatIntelligenceAtpContent: 47,
  ExchangeItemAggregated: 50,
  AirInvestigation: 64,
  MCASAlerts: 98,
};
