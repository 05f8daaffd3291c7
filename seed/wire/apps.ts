// Applications and resources; their ids are Microsoft's and the same everywhere.

export interface App {
  readonly id: string;
  readonly name: string;
}

export interface Target {
  readonly app: App;
  readonly resource: App;
  /** `Browser`, or `Mobile Apps and Desktop clients`. */
  readonly client: string;
}

const browser = 'Browser';
const installed = 'Mobile Apps and Desktop clients';

export const resources = {
  exchange: { id: '00000002-0000-0ff1-ce00-000000000000', name: 'Office 365 Exchange Online' },
  sharePoint: { id: '00000003-0000-0ff1-ce00-000000000000', name: 'Office 365 SharePoint Online' },
  graph: { id: '00000003-0000-0000-c000-000000000000', name: 'Microsoft Graph' },
  management: { id: '797f4846-ba00-4fd7-ba43-dac1f8f63013', name: 'Windows Azure Service Management API' },
} as const satisfies Record<string, App>;

export const outlookMobileApp: App = { id: '27922004-5251-4030-b22d-91ecd9a37ea4', name: 'Outlook Mobile' };

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
} as const satisfies Record<string, Target>;
