// What a working day brings: staff and IT notices from within, shared files, meetings, tickets, dealings with partners.

export const office = String.raw`
= hr-payslip hr en homeHr
Subject: Payslips for {month} are available

Dear all,

the payslips for {month} are in the [employee portal](https://intranet.contoso.com/payroll/documents). Please sign in with your usual account.

If your bank details have changed, please update them in the portal before the 15th. We do not take changes of bank details by email.

Kind regards
{colleague}
Payroll

= hr-policy-sign hr en homeHr
Subject: Action required: please confirm the updated travel policy by {weekday:10}

Dear colleagues,

the travel policy has been updated (hotels, rail before air, receipts). Everybody has to read and confirm it by {weekday:10}:

[Travel policy {year}](https://contoso.sharepoint.com/sites/hr/Policies/Forms/AllItems.aspx?id=%2Fsites%2Fhr%2FPolicies%2FTravel%20policy%20{year}%2Epdf&parent=%2Fsites%2Fhr%2FPolicies)

It takes about five minutes. {n:40-160} of you have done so already, thank you!

{colleague}
People & Culture

= hr-open-enrolment hr en homeSystem
Subject: REMINDER: benefits enrolment closes {weekday:3} at 17:00

# Have you chosen your benefits?

Hello {me.first},

you have not yet made your choice for {year}. If we do not hear from you by {weekday:3}, 17:00, you keep what you have now.

=> Choose benefits | https://intranet.contoso.com/benefits/enrol?src=mail-reminder-2

Questions? Come to the drop-in in the canteen or write to hr@contoso.com.

= hr-urlaub hr de homeHr
Subject: Resturlaub {year} – bitte bis {day:20} planen

Liebe Kolleginnen und Kollegen,

bitte tragt euren Resturlaub bis zum {day:20} im [Portal](https://intranet.contoso.com/urlaub) ein. Nicht genommene Tage verfallen sonst Ende März.

Bei Fragen meldet euch gern.

Viele Grüße
{colleague.first}

= it-password-expires it en homeIt
Subject: Your password expires in {n:3-14} days

Hello {me.first},

the password of your account {me.user} expires in {n:3-14} days. Please change it before then: press Ctrl+Alt+Del while in the office or on VPN and choose "Change a password", or use [https://servicedesk.contoso.com/password](https://servicedesk.contoso.com/password).

Remember to change it on your phone too, or your account gets locked.

IT Service Desk
Ext. {digits:4}

= it-install-client it en homeIt
Subject: Please install the new VPN client by {weekday:7}

Hi all,

the old VPN client stops working on {weekday:7}. Please install the new one from the Software Center (Start > Software Center > "Secure Client") or, on a Mac, from [https://servicedesk.contoso.com/downloads/vpn](https://servicedesk.contoso.com/downloads/vpn).

You will be asked to sign in and to confirm on your phone. Anyone who needs a hand: we are on the 2nd floor every morning this week.

Thanks
{colleague.first}, IT

= it-mfa-rollout it en homeIt
Subject: Multi-factor authentication: your team is next
Plain: alternative

Dear {me.first},

from {weekday:6} you will be asked for a second proof when you sign in to Microsoft 365. Please set it up beforehand, it takes three minutes:

- Go to [https://aka.ms/mfasetup](https://aka.ms/mfasetup) and sign in
- Choose the Microsoft Authenticator app
- Scan the code on your screen with your phone

If you receive a prompt you did not cause, refuse it and call us.

IT Service Desk

= it-maintenance it en homeSystem
Subject: [PLANNED] Mail outage {weekday:2} 20:00 – 23:00
Plain: none

# Planned maintenance

| Service | Mail, calendars |
| Start | {weekday:2}, 20:00 |
| End | {weekday:2}, 23:00 |
| Effect | Mail is delayed, nothing is lost |

Status: [https://intranet.contoso.com/status](https://intranet.contoso.com/status)

= it-stoerung it de homeIt
Subject: Störung behoben: Anmeldung an {Teams|VPN|SAP}

Hallo zusammen,

die Störung von heute Vormittag ist behoben. Falls die Anmeldung noch nicht geht: bitte einmal abmelden, Rechner neu starten und das Kennwort neu eingeben.

Entschuldigt die Unannehmlichkeiten!

Eure IT

= it-account-created it en homeIt
Subject: Welcome to Contoso: your account
From: IT Service Desk <servicedesk@contoso.com>

Welcome {me.first}!

Your account {me.user}@contoso.com is ready. Your manager has your first password on paper; you will be asked to change it at the first sign-in on [https://portal.office.com](https://portal.office.com).

Please read the [IT starter guide](https://contoso.sharepoint.com/sites/it/SitePages/Starter-guide.aspx) in your first week.

= sharepoint-shared shared en sharepoint
Subject: {colleague} shared "{topic}" with you
Preheader: Here's the document that {colleague} shared with you.

# {colleague} shared a file with you

Here is the draft for tomorrow, please have a look at page 3.

![Word](https://res-1.cdn.office.net/files/fabric-cdn-prod/assets/item-types/32_2x/docx.png)

**{topic}.docx**

This link works for everyone at Contoso.

=> Open | https://contoso-my.sharepoint.com/:w:/p/{colleague.user}/E{token:48}?e=4%3a{token:6}&at=9&CT={digits:13}&OR=OWA-NT-Mail&CID={hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}

~ [Privacy Statement](https://privacy.microsoft.com/en-us/privacystatement) Sent by Microsoft 365 for Contoso.

= sharepoint-external shared en sharepoint
From: {they} <no-reply@sharepointonline.com>
Subject: {they} shared the folder "{topic}" with you.

# {they} invited you to view a folder

{they} ({they.address}) shared a folder with you.

**{topic}**

This link only works for the direct recipients of this message. You will be asked for a code that we send to your address.

=> Open | https://{firm.short}.sharepoint.com/:f:/s/{firm.short}projects/E{token:48}?e=5%3a{token:6}&at=9

~ [Privacy Statement](https://privacy.microsoft.com/en-us/privacystatement)

= google-doc-comment shared en googleDrive
From: {they} (Google Docs) <comments-noreply@docs.google.com>
Subject: {topic} - @{me.user} can you check...

{they} mentioned you in a comment in the following document

[{topic}](https://docs.google.com/document/d/1{token:43}/edit?disco=AAAA{token:7}&usp=comment_email_document&ts={hex:8}&usp_dm=false)

> the figures in the second table
@{me.address} can you check these against the ledger?

=> Open | https://docs.google.com/document/d/1{token:43}/edit?disco=AAAA{token:7}&usp=comment_email_discussion&ts={hex:8}&usp_dm=false

~ Google LLC, 1600 Amphitheatre Parkway, Mountain View, CA 94043, USA. You have received this email because you are mentioned in this thread. [Change what Google Docs sends you](https://docs.google.com/document/u/0/docos/notify?id=1{token:43}). You can reply to this email to reply to the discussion.

= google-doc-shared shared en googleDrive
Subject: Document shared with you: "{topic}"
Reply-To: {they} <{they.address}>

{they} has shared a document

{they} ({they.address}) has invited you to **edit** the following document:

Minutes of {weekday:-1}, please add what I forgot

[{topic}](https://docs.google.com/document/d/1{token:43}/edit?usp=sharing_eil_m&invite=C{token:10}&ts={hex:8})

=> Open | https://docs.google.com/document/d/1{token:43}/edit?usp=sharing_eip_m&invite=C{token:10}&ts={hex:8}

~ If you don't want to receive files from this person, [block the sender](https://drive.google.com/drive/blockuser?blockerEmail={me.user}%40contoso.com&blockeeEmail={they.user}%40{firm.domain}) from Drive. Google LLC, 1600 Amphitheatre Parkway, Mountain View, CA 94043, USA

= dropbox-shared-folder shared en dropbox
Subject: {they} wants to share "{topic}" with you
From: {they} via Dropbox <no-reply@dropbox.com>

Hi there,

{they} ({they.address}) invited you to edit the folder “**{topic}**” on Dropbox.

=> Go to folder | https://www.dropbox.com/l/scl/{token:32}

~ Report to Dropbox · © {year} Dropbox

= wetransfer-files shared en grid
From: WeTransfer <noreply@wetransfer.com>
Via: own
Subject: {they.address} sent you files via WeTransfer
Plain: alternative

# {they.address}
sent you some files

{n:1-9} items, {n:12-900} MB in total ・ Expires on {day:7}

=> Get your files | https://wetransfer.com/downloads/{hex:32}{stamp}/{hex:32}{stamp}/{hex:6}?trk=TRN_TDL_01&utm_campaign=TRN_TDL_01&utm_medium=email&utm_source=sendgrid

**Download link**
https://wetransfer.com/downloads/{hex:32}{stamp}/{hex:32}{stamp}/{hex:6}

**Message**
As discussed, the pictures from {city}. {they.first}

~ [About WeTransfer](https://wetransfer.com/about) ・ [Help](https://wetransfer.zendesk.com/hc/en-us) ・ [Report this transfer as spam](https://wetransfer.com/report)

= docusign-sign-request shared en docusign
Subject: Complete with DocuSign: {topic} agreement.pdf
Reply-To: {they} <{they.address}>

![](https://eu.docusign.net/member/Images/email/docInvite-white.png)

# {they} sent you a document to review and sign.

=> REVIEW DOCUMENT | https://eu.docusign.net/Signing/EmailStart.aspx?a={hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}&acct={hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}&er={hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}

**{they}**
{they.address}

Dear {me.first}, here is the agreement in the version of last week. Please sign by {weekday:5}. {they.first}

~ **Keep this mail to yourself.** Its link opens the document.

~ **Without the link** Go to DocuSign.com, choose 'Access Documents' and type in the code {caps:32}3

~ **About the document** ask the sender: answer this mail. [Report this email](https://protect.docusign.net/report-abuse?e={token:120})

= adobe-sign-completed shared en adobeSign
Subject: You signed: "{topic} agreement"
Attach: {firm.short} agreement - signed.pdf

# You're done signing {topic} agreement

Attached is a final copy for your records. Between: {firm} ({they.address}) and Contoso ({me.address}).

=> Open agreement | https://eu1.documents.adobe.com/public/viewAgreement?tsid=CBFCIBAA3AAABLblqZh{token:60}&

~ Sent by Adobe Acrobat Sign for {firm}. © {year} Adobe

= google-calendar-invitation invitation en googleCalendar
Subject: Invitation: {topic} @ {weekday:3} {time} (CET) ({me.address})
Attach: invite.ics

# {topic}

| When | {weekday:3} {time} (Central European Time) |
| Where | https://meet.google.com/{host:3}-{host:4}-{host:3} |
| Guests | {they.address} - organiser, {me.address} |

=> Join with Google Meet | https://meet.google.com/{host:3}-{host:4}-{host:3}?hs=224

**Reply for {me.address}**
[Yes](https://calendar.google.com/calendar/event?action=RESPOND&eid={token:70}&rst=1&tok={token:50}&ctz=Europe%2FBerlin&hl=en_GB&es=0) [No](https://calendar.google.com/calendar/event?action=RESPOND&eid={token:70}&rst=2&tok={token:50}&ctz=Europe%2FBerlin&hl=en_GB&es=0) [Maybe](https://calendar.google.com/calendar/event?action=RESPOND&eid={token:70}&rst=3&tok={token:50}&ctz=Europe%2FBerlin&hl=en_GB&es=0) [More options](https://calendar.google.com/calendar/event?action=VIEW&eid={token:70}&tok={token:50}&ctz=Europe%2FBerlin&hl=en_GB&es=0)

~ Sent through [Google Calendar](https://calendar.google.com/calendar/). Whoever you forward this to can answer in your place.

= teams-meeting-invitation invitation en partner
Subject: {topic}: weekly
Attach: meeting.ics

Hi {me.first}, moving our call to {time} because of the clash. Agenda: open points, dates, anything else.

---

**Microsoft Teams meeting**

**Join on your computer, mobile app or room device**
[Click here to join the meeting](https://teams.microsoft.com/l/meetup-join/19%3ameeting_{token:48}%40thread.v2/0?context=%7b%22Tid%22%3a%22{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}%22%2c%22Oid%22%3a%22{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}%22%7d)

Meeting ID: {digits:3} {digits:3} {digits:3} {digits:2}
Passcode: {token:6}

[Download Teams](https://www.microsoft.com/en-us/microsoft-teams/download-app) | [Join on the web](https://www.microsoft.com/microsoft-teams/join-a-meeting)

[Learn More](https://aka.ms/JoinTeamsMeeting) | [Meeting options](https://teams.microsoft.com/meetingOptions/?organizerId={hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}&tenantId={hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}&threadId=19_meeting_{token:48}@thread.v2&messageId=0&language=en-GB)

= zoom-webinar-confirmed invitation en zoom
From: {they.first} at {firm} <no-reply@zoom.us>
Subject: {topic} webinar confirmation

Hello {me.first},

you are registered for **{topic}**. All you need is below.

| Date & Time | {weekday:8} {time} Amsterdam, Berlin, Rome |
| Webinar ID | {digits:3} {digits:4} {digits:4} |
| Passcode | {digits:6} |

=> Join Webinar | https://us02web.zoom.us/w/{digits:11}?tk={token:43}.DQ{token:60}&pwd={token:32}

Questions go to {they.address}. Can't come? [Cancel](https://us02web.zoom.us/webinar/register/{token:22}/success?act=cancel&user_id={token:22})

= teams-missed-activity digest en teams
Subject: {colleague.first} sent a message

# {me.first}, you missed something in Microsoft Teams

**{colleague}**
{n:1-5} messages in {topic}

> can you send me the latest version before lunch?

=> Reply in Teams | https://teams.microsoft.com/l/message/19:{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}_{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}@unq.gbl.spaces/{digits:13}?tenantId={hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}&createdTime={digits:13}&source=email

~ Install Microsoft Teams now: [iOS](https://go.microsoft.com/fwlink/?linkid=2062172) [Android](https://go.microsoft.com/fwlink/?linkid=2062180). [Choose which mails you get](https://teams.microsoft.com/l/entity/email-settings). © {year} Microsoft Corporation, One Microsoft Way, Redmond WA 98052-7329

= slack-mentions digest en slack
Subject: [Contoso] Notifications for {me.user} from Slack
Preheader: {n:1-9} new messages

Hi {me.first},

You have {n:1-9} new mentions in the [Contoso workspace](https://contoso.slack.com/).

**#{ops|releases|general}**
**{colleague.first}** {time}
@{me.user} is the {topic} doc final?

[View in the archives](https://contoso.slack.com/archives/C{caps:10}/p{digits:16}?thread_ts={digits:10}.{digits:6}&cid=C{caps:10})

~ To stop these emails, [change your settings](https://contoso.slack.com/account/settings). Slack Technologies Ltd, One Park Place, Dublin 2

= jira-comment digest en jira
Subject: [JIRA] ({caps:3}-{digits:4}) {topic}
Reply-To: jira@contoso.atlassian.net

[{colleague}](https://contoso.atlassian.net/jira/people/{hex:24}) **commented** on [{caps:3}-{digits:4}](https://contoso.atlassian.net/browse/OPS-{digits:4}?atlOrigin=eyJpIjoi{token:60})

# Re: {topic}

Tested on staging, works for me. Moving to review. Steps are in the description, the failing case was the empty list.

=> Add Comment | https://contoso.atlassian.net/browse/OPS-{digits:4}#add-comment?atlOrigin=eyJpIjoi{token:60}

~ Get Jira notifications on your phone! Download the Jira Cloud app for [Android](https://play.google.com/store/apps/details?id=com.atlassian.android.jira.core&referrer=utm_source%3DNotificationLink%26utm_medium%3DEmail) or [iOS](https://itunes.apple.com/app/apple-store/id1006972087?pt=696495&ct=EmailNotificationLink&mt=8). This message was sent by Atlassian Jira (v1001.0.0-SNAPSHOT#100{digits:3}-sha1:{hex:7})

= github-pull-request digest en githubNotice
Subject: Re: [contoso/{platform|website|tools}] {topic} (PR #{n:12-900})
Answers: yes
To: contoso/platform <platform@noreply.github.com>

@{they.user} commented on this pull request.

> -    return retry(call, 3);
+    return retry(call, attempts);

Nice. Could you add a test for zero attempts? Otherwise LGTM.

---
Answer this mail, or see it on GitHub: https://github.com/contoso/platform/pull/{n:12-900}#pullrequestreview-{digits:10}
You get this as you were asked to review.
Message ID: <contoso/platform/pull/{n:12-900}/review/{digits:10}@github.com>

= ticket-received helpdesk en ticketing
Subject: [Request received] {topic}

##- Please type your reply above this line -##

Thank you, we have your request {digits:6} and look into it.

To add something, answer this mail or use [the request's page](https://{firm.short}.zendesk.com/hc/requests/{digits:6}).

Regards,
{firm} Support

~ This email is a service from {firm}. Delivered by Zendesk [{caps:6}-{caps:5}]

= ticket-solved helpdesk en ticketing
Subject: [{firm}] Re: {topic}
Answers: yes

##- Please type your reply above this line -##

**{they}** ({firm})
{day}, {time}

Hi {me.first},

I have reset the licence and you should be able to sign in again. Could you log out and in once and let me know? If we do not hear from you for four days we close the ticket.

Best,
{they.first}

**{me.first}**
{day:-1}, {time}

After the update I cannot sign in any more, it says my licence has expired. Invoice was paid last week. Please help, it is urgent as we have a customer here on {weekday:2}!

~ [{caps:6}-{caps:5}]

= contract-negotiation business en partner
Subject: RE: Draft framework agreement – {topic}
Answers: yes
Attach: Framework agreement v{n:3-9}.pdf

{me.first},

our comments are in the attached version. In short:

- clause 7: thirty days is fine for us, but from receipt of the invoice
- clause 9.2: we cannot accept unlimited liability; we suggest twice the yearly fee
- annex B: the account stays with the same bank, IBAN {iban}

Could we sign before {weekday:12}? Otherwise the old prices run out.

Best regards
{they}

---

**From:** {me} <{me.address}>
**Sent:** {day:-4} {time}
**Subject:** Draft framework agreement – {topic}

Dear {they.first}, please find our draft attached. Happy to walk you through it. {me.first}

= offer-question business en partnerGmail
Subject: Re: Quote {digits:5}
Answers: yes

Hi {me.first},

thanks for the quote. Two questions: is delivery to {city} included, and can you do {n:10-40} units instead? We'd pay by transfer in advance if that helps with the price.

Cheers, {they.first}

On {weekday:-1} at {time}, {me} <{me.address}> wrote:

> Hi {they.first}, as discussed on the phone please find our quote attached. It is valid for 30 days.
{me.first}

= meeting-notes business en colleague
Subject: Notes: {topic}, {weekday:-1}

All,

notes from yesterday. Shout if I got something wrong.

- {topic}: date moves by two weeks, {colleague.first} tells the supplier
- Budget: {eur:4000-90000} approved, second half in April
- Open: who signs? {me.first} asks legal

Slides are [here](https://contoso.sharepoint.com/:p:/s/projects/E{token:46}?e={token:6}).

{colleague.first}

= colleague-quick-favour business en colleague
Subject: quick one

Hi {me.first}, are you at your desk? Can you send me the number of the courier, I'm in a meeting until {time} and can't look it up.

Thanks
{colleague.first}

~ Sent from my iPhone

= boss-urgent-payment-run business en colleague
Subject: URGENT: payment run today

{me.first}, can we still get invoice {digits:6} from {firm} ({eur:900-18000}) into today's run? They threaten to stop the delivery. It is approved in the system, the order number is {digits:8}. Please confirm by {time}.

{colleague}
{colleague.role}

= angebot-partner business de partner
Subject: AW: Angebot {digits:5} – Rückfrage
Answers: yes

Guten Tag {me.first} {me.last},

vielen Dank für das Angebot. Wir hätten gern noch den Preis bei Abnahme von 500 Stück. Skonto wie bisher 2 % bei Zahlung in 10 Tagen?

Eine Entscheidung fällt bei uns am {weekday:6}.

Mit freundlichen Grüßen
{they}

{firm} · {street} · {city} · Geschäftsführung: {they}

= commande-fournisseur business fr partner
Subject: Bon de commande {digits:6}
Attach: BC_{digits:6}.pdf

Bonjour {me.first},

vous trouverez ci-joint notre bon de commande. Merci de confirmer la date de livraison et de rappeler le numéro de commande sur la facture.

Bien cordialement,

{they}
Service achats – {firm}
Tél. {phone}

= forwarded-supplier-news forwarded en colleague
Subject: FW: {firm}: change of our bank account from 1 {month:30}

{me.first}, got this from {firm}. I called {they.first} on the number we have on file and it's genuine, please update the master data.

{colleague.first}

---

**From:** {they} <{they.address}>
**Sent:** {day:-2} {time}
**To:** {colleague} <{colleague.address}>
**Subject:** Change of our bank account

Dear {colleague.first}, we are changing our bank at the end of the month. Our new account from the 1st is {iban}. Please verify by phone. Kind regards, {they.first}

= forwarded-suspicious forwarded en colleague
Subject: FW: Is this one real?
To: IT Support <it-support@contoso.com>

Hi, I got this and it looks odd. I have not clicked on anything. Can you check?

{colleague.first}

---

**From:** Mail Administrator <admin@mail.fabrikam.com>
**Sent:** {day} {time}
**Subject:** Mailbox quota

Your mailbox is over its quota. Sign in to keep your messages or they will be deleted in 24 hours.
`;
