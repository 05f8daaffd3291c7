// What is written within a company, by people and by machines: personnel, computers, buildings, tools that watch.

export const house = String.raw`
= payslip-en payroll en homeSystem
Subject: Your payslip for {month} is {ready|available}

Hello {me.first},

your payslip for {month} is available in the [HR portal](https://hr.contoso.com/payslips). Salaries are paid on {weekday:4}.

Questions about tax codes or deductions? Write to payroll@contoso.com.

= lohnabrechnung payroll de homeHr
Subject: Entgeltabrechnung {month} {online|steht bereit}

Liebe Kolleginnen und Kollegen,

die Abrechnungen für {month} stehen ab sofort im Mitarbeiterportal. Das Weihnachtsgeld wird mit dem nächsten Lauf ausgezahlt. Wer seine Bankverbindung ändern möchte, macht das bitte bis zum {day:8} persönlich im Portal; per Mail nehmen wir keine Änderungen an.

Viele Grüße
{colleague}, Personal

= bonus-round payroll en homeHr
Subject: {Annual salary review|Bonus letters} {year}

Dear all,

managers will share the outcome of this year’s salary review with their teams by {day:12}. Letters will be in your personal folder on [SharePoint](https://contoso.sharepoint.com/sites/hr/letters) from that day; please sign to acknowledge.

Kind regards
{colleague}
People & Culture

= expense-approve expenses en grid
Subject: Expense report {submitted by {colleague}|awaiting your approval}: {eur:40-900}

{colleague} has submitted an expense report for your approval.

| Report | {city} trip |
| Amount | {eur:40-900} |
| Receipts | {n:2-9} |

=> Approve or reject | https://app.{firm.domain}/approvals/{hex:16}

You can also approve in the mobile app. Reports that wait longer than 7 days go to your manager.

= expense-missing expenses en homeSystem
Subject: Missing receipts – card ending {digits:4}

Hi {me.first},

{n:2-6} card transactions have no receipt yet. The oldest is from {day:-24} ({gbp:8-240}, {city}). Please upload the receipts by {weekday:4}, or the amounts will be deducted from your next salary in line with the travel policy.

[Open expenses](https://intranet.contoso.com/expenses/open)

= leave-approved leave en homeSystem
Subject: Leave request {approved|to approve}: {colleague}

{colleague} has asked for leave from {day:20} to {day:27} (5 days).

=> Open request | https://hr.contoso.com/leave/{digits:6}

Remaining this year: {n:2-20} days. You are receiving this as line manager.

= urlaub-plan leave de colleague
Subject: Urlaubsplanung {Sommer|Brückentage}

Hallo zusammen,

bitte tragt bis Freitag euren Urlaub in die [Liste](https://contoso.sharepoint.com/:x:/s/team/{token:20}) ein, sonst kann ich die Vertretung nicht planen. Wer nichts einträgt, nimmt, was übrig bleibt ;-)

LG {colleague.first}

= timesheet-due timesheet en homeSystem
Subject: {Reminder|Overdue}: timesheet for week {n:2-52}

You have not submitted your timesheet for week {n:2-52}. Please submit it **today**; the books close at 17:00 and late hours cannot be billed.

=> Submit timesheet | https://time.contoso.com/week/{digits:6}

= ore-mancanti timesheet it homeSystem
Subject: Promemoria: consuntivo ore {month}

Ciao {me.first},

mancano le tue ore dal {day:-9} al {day:-5}. Inseriscile entro domani alle 12, grazie.

[Apri il foglio ore](https://time.contoso.com/it/{digits:5})

= quota-home mailbox en homeIt
Subject: Your mailbox is {n:90-98}% full

Hello {me.first},

your mailbox has reached {n:90-98}% of its size. You will not be able to send when it is full. Please empty Deleted Items and move old mail to the archive: in Outlook, File > Tools > Mailbox Cleanup.

There is nothing to click in this mail. If you need help, come to the service desk, floor 2, or call 4{digits:3}.

= password-soon mailbox en homeIt
Subject: Your Windows password expires in {n:2-14} days

Dear colleague,

your password will expire on {day:9}. To change it, press Ctrl+Alt+Del while you are in the office or connected by VPN and choose “Change a password”. New passwords need 14 characters.

We will never ask you for your password.

IT Service Desk

= passwort-laeuft-ab mailbox de homeIt
Subject: Ihr Kennwort läuft in {n:2-14} Tagen ab

Guten Tag {me.first},

Ihr Kennwort läuft am {day:9} ab. Bitte ändern Sie es rechtzeitig über Strg+Alt+Entf, sonst können Sie sich nicht mehr anmelden. Eine Anleitung steht im [Intranet](https://intranet.contoso.com/it/kennwort).

Ihr IT-Service

= monitor-alert monitoring en grid
Subject: {[CRITICAL]|[FIRING:{n:1-4}]|ALERT:} {host:4}-{n:1-20} {disk usage above 90%|is DOWN}

**Host:** {host:4}-{n:1-20}.contoso.com
**Check:** disk / {n:90-99}%
**Since:** {iso} {time} UTC

=> Acknowledge | https://app.{firm.domain}/incidents/{caps:10}

Unacknowledged alerts are escalated to the next on call in 15 minutes.

= monitor-ok monitoring en ticketing
Subject: RESOLVED: {host:4}-{n:1-20} is UP again

Good news: the check https://www.contoso.com/ is back UP (HTTP 200 OK). It was down for {n:2-40} minutes.

Have a great day,
{firm} Monitor

= build-broken build en githubNotice
Subject: [contoso/{host:6}] Run failed: CI - main ({hex:7})

[contoso/{host:6}] CI workflow run

**CI / test: failed** – annotations {n:1-9}

=> View workflow run | https://github.com/contoso/{host:6}/actions/runs/{digits:10}

~ You are receiving this because you are subscribed to this thread. [Manage your GitHub Actions notifications](https://github.com/settings/notifications)

= dependency-alert build en github
Subject: [contoso/{host:6}] {n:1-5} high severity vulnerabilities found

We found vulnerabilities in your dependencies.

| {host:7} | high severity |
| CVE-{year}-{digits:5} | fixed in {n:2-9}.{n:0-9}.{n:0-9} |

=> Review all vulnerable dependencies | https://github.com/contoso/{host:6}/security/dependabot

~ The GitHub Team · [Unsubscribe](https://github.com/settings/notifications)

= backup-report backup en homeIt
Subject: Backup {success|warning} – {n:20-60} of {n:60-62} jobs
Plain: only
Layout: simple

Job summary {iso}

  OK        {n:20-60}
  Warning   {n:0-3}
  Failed    {n:0-2}   (fs0{n:1-9}: retry at 23:00)

Data read: {n:200-900} GB, transferred {n:10-90} GB. Next run {day:1}.

= nas-meldung backup de homeIt
Subject: [{host:3}nas] {Laufwerk 3 fehlerhaft|Update verfügbar}
From: NAS Rechenzentrum <nas@contoso.com>
Plain: only

Sehr geehrter Benutzer,

Laufwerk 3 im Speicherpool 1 weist fehlerhafte Sektoren auf. Bitte ersetzen Sie es so bald wie möglich, sonst drohen Datenverluste.

Gesendet von {host:3}nas

= scan-to-mail scanner en homeSystem
From: Multifunction Device <scanner-{n:1-4}og@contoso.com>
Subject: {Scanned document|Message from MFP-{digits:4}}
Attach: scan_{digits:8}.pdf
Plain: only

A document was scanned for you.

Pages: {n:1-12}
Resolution: 300 dpi
Do not reply to this address.

= fax-in scanner de firmSystem
Subject: Neues Fax von {phone} ({n:1-4} Seiten)
Attach: fax_{digits:8}.pdf

Guten Tag,

Sie haben ein neues Fax erhalten. Es ist dieser Nachricht als PDF beigefügt.

Ihr {firm} Faxdienst

= voicemail-real voicemail en postmaster
From: Microsoft Outlook <no-reply@contoso.com>
Subject: Voice Mail ({n:10-50} seconds) from {phone}
Attach: voice.txt

Transcript: “Hi {me.first}, it’s {they.first} from {firm}, just calling back about the delivery. I’m in until five. Bye.”

You received a voice mail from {phone}.

= missed-call voicemail en homeSystem
Subject: Missed call from {they}

You missed a call from {they} ({phone}) on {weekday} at {time}.

No message was left.

= held-mail quarantine en quarantine
Subject: {Contoso Ltd: |}You have {n:1-6} messages in quarantine

# Review these messages

| Sender | {they.address} |
| Subject | {topic} |
| Reason | Spam |

=> Review message | https://security.microsoft.com/quarantine?viewid={hex:8}

Messages are deleted after 30 days. You can release those that you know.

= release-asked quarantine en homeIt
Subject: Re: Release of a held mail

Hi {me.first},

I looked at the mail from {they.address} that was held. It is really from them, they just moved to a new provider and have not set up SPF properly. I released it. Please do tell us about such things, better once too often.

{colleague.first}
IT Security

= security-advice security-news en homeIt
Subject: {Beware of calls from “IT”|October is security month}

Dear all,

this week several colleagues were called by somebody who claimed to be from our help desk and asked them to install a remote control program and read out a code. **That was not us.**

- hang up and call 4{digits:3}
- never tell anyone your password or a code
- do not approve a sign-in you did not start

Thank you for staying alert!
{colleague}, Information Security

= simulation-result security-news en grid
Subject: {Well done!|Your training: spotting phishing}

Hi {me.first},

{you reported the test message of last week – thank you!|you have been enrolled in “Spotting phishing”, {n:10-25} minutes, due {day:14}.}

=> Open my training | https://app.{firm.domain}/learn/{hex:14}

~ Sent on behalf of Contoso IT Security.

= schulung-pflicht e-learning de grid
Subject: {Pflichtschulung|Erinnerung: Unterweisung} {Datenschutz|Arbeitssicherheit} – fällig am {day:12}

Hallo {me.first},

Ihnen wurde ein Kurs zugewiesen. Bitte schließen Sie ihn bis zum {day:12} ab; Ihre Führungskraft erhält sonst eine Mitteilung.

=> Kurs starten | https://app.{firm.domain}/kurse/{digits:6}

= certificate-earned e-learning en sesFirm
Subject: Congratulations {me.first}, you {passed|earned a certificate}!

# Congratulations!

You completed **{topic}**. Your certificate is ready to download and share.

=> Download certificate | https://my.{firm.domain}/certificates/{hex:16}

Keep going: courses are 40% off until {weekday:3}.

= fire-drill building en homeSystem
Subject: {Fire drill on {weekday:2}|Lift out of order}

There will be a fire drill on {weekday:2}. When the alarm sounds leave the building at once by the nearest exit and go to the car park. Do not use the lifts. Wardens will count you.

Facilities

= kantine building de colleague
Subject: Speiseplan KW {n:1-52}

| Mo | Linseneintopf |
| Di | Hähnchencurry |
| Mi | Gemüselasagne |
| Do | Schnitzel |
| Fr | Fischfilet |

Guten Appetit! Gäste bitte bis 10 Uhr anmelden.

= parking-permit building en homeSystem
Subject: Your parking permit {expires|is ready}

Hello {me.first},

your permit for the staff car park expires on {day:14}. Renew it [on the intranet](https://intranet.contoso.com/parking) or your car may be clamped. The fee stays at {gbp:10-30} a month and comes off your salary.

= lost-found building en colleague
Subject: Found: {keys|a ring|an umbrella|headphones}

Hi all,

found in the meeting room on floor 3 this morning. Come and describe it and it is yours :)

{colleague.first} (reception)

= whip-round collection-of-colleagues en colleague
Subject: {Gift for|Card for} {friend.first}

Hi everyone,

{friend.first} leaves us on {weekday:6}. I am collecting for a gift card and some flowers – drop a fiver in the envelope on my desk or send it by phone to me. The card goes round today, don’t tell {friend.first}!

x {colleague.first}

= cumpleanos collection-of-colleagues es colleague
Subject: Regalo de {friend.first} (secreto)

Hola a todos:

el viernes es el cumple de {friend.first}. Ponemos {n:5-10} euros cada uno y le compramos una tarjeta regalo. Me podéis hacer un Bizum o dejarlo en mi mesa. ¡No digáis nada!

{colleague.first}

= minutes-en minutes en colleague
Subject: Minutes: {topic}, {day:-1}
Attach: Minutes.pdf

Hi both,

minutes attached. To do:

- {me.first}: send the figures to the bank by {weekday:3}
- {colleague.first}: ask {firm} for a new price
- all: check the list of accounts that are to be closed

Shout if I got something wrong.
{colleague.first}

= protokoll minutes de colleague
Subject: Protokoll Jour fixe {topic}

Hallo zusammen,

kurz zusammengefasst: Angebot von {firm} wird angenommen ({eur:900-9000}), Auftrag schreibt {me.first}. Der Termin beim Kunden verschiebt sich auf {weekday:8}. Offene Punkte stehen in der [Liste](https://contoso.sharepoint.com/:x:/s/projekt/{token:18}).

Gruß {colleague.first}

= notulen minutes nl colleague
Subject: Notulen overleg {topic}

Hoi allemaal,

bijgaand het korte verslag. Actiepunten: {me.first} belt {firm} over de levering, {colleague.first} zet de facturen klaar voor betaling. Volgend overleg {weekday:7} om {time}.

Groet, {colleague.first}

= meeting-cancelled calendar en colleague
Subject: Canceled: {topic}

{colleague} has cancelled this meeting. Sorry for the short notice – my train is stuck. I will send a new time later today.

= zoom-invite calendar en partner
Subject: Invitation: {topic} @ {weekday:3} {time}
Attach: invite.ics

{they} is inviting you to a scheduled meeting.

Join Zoom Meeting
https://{firm.short}.zoom.us/j/{digits:11}?pwd={token:32}

Meeting ID: {digits:3} {digits:4} {digits:4}
Passcode: {digits:6}

One tap mobile: {phone}

= spotkanie calendar pl colleague
Subject: Spotkanie {weekday:2} {time} – {topic}
Attach: spotkanie.ics

Cześć,

zapraszam na krótkie spotkanie w sprawie {topic}. Sala {n:1-9} albo zdalnie. Proszę o potwierdzenie.

{colleague.first}

= approve-invoice approval en colleague
Subject: {Can you approve|FW: Invoice} {firm} {digits:6}
Attach: {digits:6}.pdf

Hi {me.first},

can you approve the attached so it makes today’s payment run? Cost centre {digits:4}. It is the deposit for the stand, they need it by {weekday:2} or we lose the place. Bank details are the ones we have on file.

Thanks
{colleague.first}

= aprobar-pedido approval es homeSystem
Subject: Pedido {digits:7} pendiente de su aprobación

El pedido {digits:7} de {colleague} por {eur:200-4200} está pendiente de su aprobación.

=> Aprobar o rechazar | https://intranet.contoso.com/pedidos/{digits:7}

Este mensaje se ha generado automáticamente.

= boss-busy-honest errand en colleague
Subject: {quick one|need this today}
Plain: only

{me.first} – in meetings all day, can you send me the final version of the {topic} deck before 3? Also please call {they.first} at {firm} and tell them we are running late. Thx

Sent from my iPhone

= chef-unterwegs errand de colleague
Subject: kurze Bitte
Plain: only

Hallo {me.first},

sitze im Zug und komme nicht ins Netzlaufwerk. Kannst du mir die Zahlen für {topic} rasch schicken? Brauche sie bis {time}. Danke!

Von meinem Telefon gesendet

= new-joiner staff en homeHr
Subject: {Welcome|Please welcome} {colleague} to the team

Dear all,

we are happy to announce that {colleague} joins us on {weekday:4} as {colleague.role}. {colleague.first} comes from {firm} and lives near {city}. Do say hello!

People & Culture

= reorganisation staff en homeHr
Subject: Changes to our {organisation|management team}

Dear colleagues,

after eleven years {they} has decided to leave. From {day:14} {colleague} takes over as {colleague.role}. We know that this raises questions; there is a town hall on {weekday:3} at {time} ([join here](https://contoso.sharepoint.com/sites/townhall)). Until then please treat this as confidential.

{colleague}
Chief Executive

= survey-opens staff-survey en grid
Subject: {Have your say|Last chance}: employee survey {year}

Hi {me.first},

tell us how you feel about working at Contoso. It takes ten minutes, is anonymous and closes on {weekday:6}.

=> Start survey | https://app.{firm.domain}/s/{token:20}

This link is personal, please do not forward it.

= sondage-interne staff-survey fr homeHr
Subject: Enquête interne : {plus que {n:2-6} jours|votre avis compte}

Bonjour à toutes et à tous,

déjà {n:40-70} % de participation, merci ! Si vous n’avez pas encore répondu, il vous reste jusqu’au {day:5}. L’enquête est anonyme : [répondre](https://contoso.sharepoint.com/sites/enquete).

Les ressources humaines

= flu-shot health en homeHr
Subject: {Free flu vaccination|Health day} on {weekday:9}

Dear all,

the company doctor offers free flu vaccinations on {weekday:9}, room {n:100-300}. Please [book a slot](https://intranet.contoso.com/health/slots) – there are only {n:30-80}. Bring your vaccination card.

= betriebsrat health de homeHr
Subject: {Betriebsversammlung|Betriebsratswahl} am {weekday:12}

Liebe Kolleginnen und Kollegen,

der Betriebsrat lädt ein: {weekday:12}, {time}, Kantine. Themen sind die neue Gleitzeit und die Gesundheitsvorsorge. Die Teilnahme ist Arbeitszeit.

Euer Betriebsrat

= planner-tasks task-tool en microsoft365
From: Microsoft Planner <noreply@planner.office365.com>
Subject: You have {late tasks|{n:2-9} upcoming tasks}

Hi {me.first}. You have {n:2-9} tasks due soon.

- {topic}, due {day:2}
- Order chairs, due {day:3}

=> Open in Planner | https://tasks.office.com/contoso.com/en-US/Home/Planner/#/plantaskboard?groupId={hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}

~ You are receiving this email because you have subscribed to Microsoft Office 365. [Privacy Statement](https://go.microsoft.com/fwlink/?LinkId=521839)

= board-mention task-tool en grid
Subject: {colleague.first} {mentioned you|assigned you a task} in {topic}

**{colleague}** assigned a task to you

{topic}: ask {they.first} for the signed papers · due {day:4}

=> View task | https://app.{firm.domain}/t/{digits:9}/{digits:9}?utm_source=email

Reply to this email to comment. [Turn off these emails](https://app.{firm.domain}/settings/notifications)

= sign-in-unfamiliar workplace-login en microsoft
Subject: {New app(s) connected to|Unusual sign-in to} your account

# New sign-in

Your account {me.address} was used on {device}, {city}, {day} {time}.

If this was you, you can safely ignore this mail. If not, please tell your administrator.

~ Microsoft Corporation, One Microsoft Way, Redmond, WA 98052

= sso-code workplace-login en grid
Subject: {digits:6} is your {firm} code

Use this code to finish signing in. It works for ten minutes.

:: {digits:6}

We will never call to ask you for it. Did not try to sign in? Somebody may have typed your address by mistake.

= office-move moving en homeSystem
Subject: {Moving to {street}|Your new desk}: what to pack by {weekday:4}

Hello {me.first},

we move on {weekday:5}. Pack your personal things in the boxes by {time}, label them with your new desk number ({n:1-6}.{n:100-300}) and leave the computer as it is; IT will carry it. Working from home is fine on that day.

= laptop-swap moving en homeIt
Subject: Your new laptop {is ready|– please book a slot}

Hi {me.first},

your laptop is four years old and will be replaced. [Book a slot](https://servicedesk.contoso.com/slots) this week; it takes half an hour. Bring the old one and know your PIN, you will have to sign in once. Files in OneDrive come along, anything else does not.

Service Desk

= change-notice change en homeIt
Subject: CHG{digits:7}: {mail|VPN|file server} upgrade on {weekday:5}, 20:00

**What:** upgrade of the mail gateway
**When:** {weekday:5}, 20:00 to 23:00
**Impact:** mail may be late by up to an hour. You may be asked to sign in again in Outlook.
**Contact:** 4{digits:3}

= certificate-vpn change en homeIt
Subject: VPN: new certificate {from {weekday:3}|needed}

Dear all,

the certificate of the VPN runs out on {day:3}. Restart your computer once while in the office before then and you get the new one by itself. Those abroad please call us.

{colleague.first}, Networks

= intranet-digest intranet en homeSystem
Subject: {This week on the intranet|Contoso Weekly}

# This week

- {colleague} runs the marathon – and raises {gbp:200-900}
- Canteen: new card readers, top up online
- Travel: book trains [here](https://intranet.contoso.com/travel), no more paper
- Security: two false invoices in {firm}’s name are going round, please be careful

[All news](https://intranet.contoso.com/news)

= idea-scheme intranet en homeSystem
Subject: {Your idea was chosen|Win with your idea!}

Hi {me.first},

good news: the jury liked your idea on {topic}. The prize is {gbp:50-400} with your next salary. Come and get your certificate on {weekday:5} in the canteen.

= car-scheme benefits en grid
Subject: {Your benefits window is open|Last days to choose your benefits}

Hi {me.first},

your window is open until {weekday:9}. Choose pension, cycle to work, dental and more. If you do nothing, last year’s choices stay.

=> Choose my benefits | https://app.{firm.domain}/benefits/{hex:10}

On behalf of Contoso People & Culture

= pension-statement benefits en firmSystem
Subject: Your yearly pension statement

Dear {me},

your statement is ready. Your pot is worth {gbp:4000-90000}. Check that your address and the person who should get it when you die are still right.

=> View statement | https://www.{firm.domain}/members/statements

Beware of anyone who offers to free your pension early: it is nearly always a scam.

= visitors reception en homeSystem
Subject: Your visitor {they} has arrived

{they} ({firm}) is waiting for you at reception, {street}.

Badge {digits:4}. Please come and collect your visitor.

= parcel-desk reception en homeSystem
Subject: Parcel for you at the {front desk|post room}

A parcel from {firm} was handed in for you. Please pick it up before {time}; we are short of space. Bring your badge.

Post room
`;
