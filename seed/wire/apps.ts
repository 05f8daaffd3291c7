// Applications and resources; their ids are Microsoft's and the same everywhere.

export interface App {
  readonly id: string;
  readonly name: string;
}

export interface Target {
  readonly app: App;
  readonly resource: App;
  /** `Browser`, `Mobile Apps and Desktop clients`, or a protocol that knows a password and nothing else. */
  readonly client: string;
}

const browser = 'Browser';
const installed = 'Mobile Apps and Desktop clients';

export const resources = {
  exchange: { id: '00000002-0000-0ff1-ce00-000000000000', name: 'Office 365 Exchange Online' },
  sharePoint: { id: '00000003-0000-0ff1-ce00-000000000000', name: 'Office 365 SharePoint Online' },
  graph: { id: '00000003-0000-0000-c000-000000000000', name: 'Microsoft Graph' },
  management: { id: '797f4846-ba00-4fd7-ba43-dac1f8f63013', name: 'Windows Azure Service Management API' },
  directory: { id: '00000002-0000-0000-c000-000000000000', name: 'Windows Azure Active Directory' },
  deviceRegistration: { id: '01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9', name: 'Device Registration Service' },
} as const satisfies Record<string, App>;

export const outlookMobileApp: App = { id: '27922004-5251-4030-b22d-91ecd9a37ea4', name: 'Outlook Mobile' };
/** Mail fetched through Graph was fetched with this as the API, whichever application asked. */
export const graphApi = resources.graph.id;

export const targets = {
  outlookWeb: {
    app: { id: '9199bf20-a13f-4107-85dc-02114787ef48', name: 'One Outlook Web' },
    resource: resources.exchange,
    client: browser,
  },
  officeHome: {
    app: { id: '4765445b-32c6-49b0-83e6-1d93765276ca', name: 'OfficeHome' },
    resource: resources.graph,
    client: browser,
  },
  teams: {
    app: { id: '1fec8e78-bce4-4aaf-ab1b-5451cc387264', name: 'Microsoft Teams' },
    resource: resources.graph,
    client: installed,
  },
  teamsWeb: {
    app: { id: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', name: 'Microsoft Teams Web Client' },
    resource: resources.graph,
    client: browser,
  },
  office: {
    app: { id: 'd3590ed6-52b3-4102-aeff-aad2292ab01c', name: 'Microsoft Office' },
    resource: resources.exchange,
    client: installed,
  },
  oneDriveSync: {
    app: { id: 'ab9b8c07-8f02-4f72-87fa-80105867a763', name: 'OneDrive SyncEngine' },
    resource: resources.sharePoint,
    client: installed,
  },
  windowsSignIn: {
    app: { id: '38aa3b87-a06d-4817-b275-7a316988d93b', name: 'Windows Sign In' },
    resource: resources.directory,
    client: installed,
  },
  sharePoint: { app: resources.sharePoint, resource: resources.sharePoint, client: browser },
  outlookMobile: { app: outlookMobileApp, resource: resources.exchange, client: installed },
  azurePortal: {
    app: { id: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c', name: 'Azure Portal' },
    resource: resources.management,
    client: browser,
  },
  mySignIns: {
    app: { id: '19db86c3-b2b9-44cc-b339-36da233a3be2', name: 'My Signins' },
    resource: resources.graph,
    client: browser,
  },
  myApps: {
    app: { id: '2793995e-0a7d-40d7-bd35-6968ba142197', name: 'My Apps' },
    resource: resources.graph,
    client: browser,
  },
  authenticationBroker: {
    app: { id: '29d9ed98-a469-4536-ade2-f981bc1d605e', name: 'Microsoft Authentication Broker' },
    resource: resources.deviceRegistration,
    client: installed,
  },
  azureCli: {
    app: { id: '04b07795-8ddb-461a-bbee-02f9e1bf7b46', name: 'Microsoft Azure CLI' },
    resource: resources.management,
    client: installed,
  },
  azurePowerShell: {
    app: { id: '1950a258-227b-4e31-a9cf-717495945fc2', name: 'Microsoft Azure PowerShell' },
    resource: resources.management,
    client: installed,
  },
  graphPowerShell: {
    app: { id: '14d82eec-204b-4c2f-b7e8-296a70dab67e', name: 'Microsoft Graph Command Line Tools' },
    resource: resources.graph,
    client: installed,
  },
  graphExplorer: {
    app: { id: 'de8bc8b5-d9f9-48b1-a8ad-b748da725064', name: 'Graph Explorer' },
    resource: resources.graph,
    client: browser,
  },
  exchangePowerShell: {
    app: { id: 'fb78d390-0c51-40cd-8e17-fdbfab77341b', name: 'Microsoft Exchange REST API Based Powershell' },
    resource: resources.exchange,
    client: installed,
  },
  directorySync: {
    app: { id: 'cb1056e2-e479-49de-ae31-7812af012ed8', name: 'Microsoft Azure Active Directory Connect' },
    resource: resources.directory,
    client: installed,
  },
  smtp: { app: resources.exchange, resource: resources.exchange, client: 'Authenticated SMTP' },
  imap: { app: resources.exchange, resource: resources.exchange, client: 'IMAP4' },
  exchangeWebServices: { app: resources.exchange, resource: resources.exchange, client: 'Exchange Web Services' },
} as const satisfies Record<string, Target>;

/** Whether it is a protocol older than second factors. */
export const isLegacy = ({ client }: Target): boolean => client !== browser && client !== installed;
