// What firms write to firms: orders, bills, bids, recruiting, sales, the tools they work with, and those who advise them.

export const trade = String.raw`
= rfq-en quotation en partner
Subject: Request for quotation – {product}, {n:50-900} pcs

Dear {me.first},

please quote your best price and lead time for the following:

| {product} | {n:50-900} pcs |
| {article} | {n:20-300} pcs |

Delivery DAP {city}, payment 30 days net. We need your offer by {weekday:6} to place the order this month.

Best regards
{they}
{they.role}, {firm}

= offerte-aanvraag quotation nl partner
Subject: Offerteaanvraag {topic}

Beste {me.first},

kunnen jullie ons voor {weekday:7} een offerte sturen voor onderstaande artikelen? Graag met levertijd en staffelprijzen.

- {n:20-200}x {product}
- {n:20-200}x {article}

Alvast bedankt!

Met vriendelijke groet,
{they}
{firm}, {phone}

= our-quote quotation en partnerText
Subject: {Offer|Quote} {q=caps:2}-{digits:5} as discussed
Attach: Quote_{digits:5}.pdf

Hello {me.first},

thanks for the call. Attached is our offer {q}; it is valid until {day:30}. I have taken off 5 % as agreed.

If it suits you, sign page 3 and send it back, then we can ship on {weekday:10}.

Regards,
{they.first}

= purchase-order purchase en firmSystem
Subject: Purchase Order {po=digits:10} from {firm}
Attach: PO_{digits:10}.pdf

Dear supplier,

please find attached our purchase order {po}. Confirm it within two working days in the [supplier portal](https://supplier.{firm.domain}/po/{po}) and quote the number on your invoice, otherwise it cannot be paid.

This mail was sent by a system; answers go to purchasing@{firm.domain}.

= auftragsbestaetigung purchase de partner
Subject: Auftragsbestätigung {digits:6} – Ihre Bestellung vom {day:-3}
Attach: AB_{digits:6}.pdf

Sehr geehrte Damen und Herren,

vielen Dank für Ihre Bestellung. Anbei erhalten Sie unsere Auftragsbestätigung mit der Bitte um Prüfung. Sollten wir bis morgen Mittag nichts von Ihnen hören, gehen wir von der Richtigkeit aus.

Voraussichtlicher Liefertermin: KW {n:10-50}

Mit freundlichen Grüßen
i. A. {they}

= potwierdzenie-zamowienia purchase pl partner
Subject: Potwierdzenie zamówienia {digits:6}

Szanowni Państwo,

potwierdzamy przyjęcie zamówienia na {product} ({n:10-90} szt.). Planowany termin wysyłki: {day:12}. Proszę o informację, czy adres dostawy się nie zmienił.

Z poważaniem
{they}
{firm}

= delivery-late-en delay en partner
Subject: {Delay of|Update on} your order {digits:6}

Hi {me.first},

bad news I am afraid: the container is stuck in port and we will not have the goods before {weekday:14}. I can send {n:20-60} pieces from stock by courier tomorrow, at our cost. Shall I?

Sorry for the trouble.
{they.first}

= retard-livraison delay fr partnerText
Subject: Retard de livraison – commande {digits:6}

Bonjour {me.first},

notre transporteur nous informe que la livraison prévue {weekday:2} est repoussée au {weekday:6}. Nous faisons le nécessaire pour vous livrer une partie avant.

Merci de votre compréhension.

{they}
{firm} – {phone}

= supplier-onboarding onboarding en firm
Subject: New supplier registration – {please complete|documents needed}

Dear {me.first},

before we can place an order we have to set you up in our system. Please send us:

- a copy of your certificate of incorporation
- your VAT number
- bank details on letterhead, signed (we will call you back on a known number to check them)
- the signed code of conduct

Kind regards
{they}, Vendor Master Data

= kyc-refresh onboarding en grid
Subject: {Please review your business details|Annual review of your business account}

Hi {me.first},

the law asks us to check once a year that what we know of your business is still right. Please review the details of {home} and confirm or correct them by {day:30}.

=> Review details | https://app.{firm.domain}/business/review/{hex:16}

It takes about five minutes. If we do not hear from you we may have to limit some features.

{firm} Compliance

= statement-of-account statement en firm
Subject: Statement of account – {month:-15}
Attach: Statement_{digits:5}.pdf

Good morning,

please find attached your statement. According to our records {n:2-5} invoices for a total of {gbp:900-9000} are open, of which one is past due. Could you let us know when we may expect payment?

If you have already paid, please ignore this message and accept our thanks.

Accounts Receivable
{firm}

= estratto-conto statement it partner
Subject: Estratto conto al {day:-5}
Attach: estratto_conto.pdf

Buongiorno {me.first},

in allegato l’estratto conto aggiornato. Ci risulta ancora aperta la fattura n. {digits:4}/{year} di {eur:400-5200}, scaduta il {day:-12}. Potete verificare cortesemente?

Cordiali saluti
{they}
Amministrazione, {firm}

= remittance remittance en firmSystem
Subject: Remittance advice {digits:8}
Attach: Remittance_{digits:8}.pdf

We have today paid {gbp:300-24000} to your account ending {digits:4}. The invoices it covers are listed in the attachment.

Funds should arrive within two working days. Queries: payables@{firm.domain}

= aviso-pago remittance es firmSystem
Subject: Aviso de pago {digits:8}

Estimado proveedor:

Le comunicamos que con fecha {day} hemos ordenado una transferencia por importe de {eur:300-9400} correspondiente a su factura {digits:5}.

Departamento de Tesorería
{firm}

= collection-agency collection en firm
Subject: Your account with {they.last} & Sons, our reference {digits:7}

Dear Sir or Madam,

our client has asked us to collect the sum of {gbp:200-2900}, which is now {n:60-120} days overdue. Unless it is paid by {day:10}, or you tell us why you dispute it, our client may start court proceedings without further notice.

Please pay our client directly, with the details on the original invoice.

{they}
{firm} Collections, {street}, {city}

= sollecito collection it firm
Subject: Secondo sollecito di pagamento – fattura {digits:4}

Spettabile ditta,

nonostante il nostro precedente sollecito la fattura in oggetto di {eur:300-4200} risulta ancora insoluta. Vi invitiamo a provvedere entro {day:8}; in caso contrario saremo costretti ad affidare la pratica al nostro legale.

Distinti saluti
{firm}

= tender-alert tender en hubNews
Subject: {n:3-19} new tenders match your profile

# New today

- Supply of office furniture, {city}, closing {day:21} – [view notice](https://www.{firm.domain}/notice/{digits:7})
- Framework for IT support, closing {day:30} – [view notice](https://www.{firm.domain}/notice/{digits:7})
- Catering for three schools, closing {day:17} – [view notice](https://www.{firm.domain}/notice/{digits:7})

Upgrade to see contract values and contacts.

~ [Change my profile](https://www.{firm.domain}/profile) · [Stop alerts](https://www.{firm.domain}/stop/{hex:12})

= appel-offres tender fr partner
Subject: Consultation n° {digits:5} – {topic}
Attach: Reglement_consultation.pdf

Madame, Monsieur,

nous lançons une consultation pour {topic} et serions heureux de recevoir votre offre. Le règlement est joint ; la date limite de remise est fixée au {day:25} à 12 h.

Les questions sont à poser par écrit avant le {day:15}.

Cordialement,
{they}, service achats

= lawyer-letter legal en partner
Subject: {they.last} ./. {firm} – {our reference|file} {digits:4}/{n:18-24}
Attach: Letter_{digits:4}.pdf

Dear {me.first},

please find enclosed the letter we received from the other side today. They set us a deadline of {day:14} and threaten an action for damages. I suggest we talk before answering; are you free on {weekday:2} at {time}?

Please treat this mail as confidential.

Kind regards
{they}
Partner

= datenschutz-anfrage legal de partnerText
Subject: Auskunft nach Art. 15 DSGVO

Sehr geehrte Damen und Herren,

hiermit bitte ich um Auskunft über die zu meiner Person gespeicherten Daten, die Zwecke der Verarbeitung und die Empfänger. Für die Antwort habe ich mir eine Frist bis zum {day:30} notiert. Andernfalls werde ich mich an die Aufsichtsbehörde wenden.

Mit freundlichen Grüßen
{they}

= accountant-asks accountant en partner
Subject: {VAT return|Year end}: what we still need

Morning {me.first},

to finish your VAT return we need the bank statements for {month:-40}, the sales ledger and the receipts for the two card payments marked yellow. Could you drop them into the [shared folder](https://www.{firm.domain}/portal/upload/{token:16}) by {weekday:3}? The deadline with the tax office is {day:9} and there is a penalty if we are late.

Thanks!
{they.first}

= lohn-unterlagen accountant de partner
Subject: Lohnabrechnungen {month} / Zahlungsvorschlag
Attach: Lohn_{digits:6}.pdf

Guten Morgen {me.first},

anbei die Abrechnungen und die Zahlungsliste. Bitte bis morgen freigeben, damit die Gehälter pünktlich zum Monatsende rausgehen. Die Beiträge werden am {day:6} eingezogen.

Viele Grüße
{they}
Steuerkanzlei {they.last}

= recruiter-writes recruiting en partnerGmail
Subject: {Quick question|Role at a scale-up in {city}}

Hi {me.first},

I came across your profile and was impressed. I am looking for a {they.role} for a client in {city}, up to {eur:60000-95000} plus bonus, two days from home. Would you be open to a short call this week? If it is not for you, perhaps you know someone.

Best,
{they}
Talent Partner, {firm} · {phone}

= headhunter-de recruiting de hub
Subject: {Spannende Position|Ihr Profil, {me.first}}

Hallo {me.first},

für einen Kunden in {city} suche ich eine Führungskraft für den Vertrieb. Unbefristet, Dienstwagen, flache Hierarchien. Passt das für Sie? Dann schlagen Sie mir gern einen [Termin](https://www.{firm.domain}/meetings/{they.user}) vor.

Beste Grüße
{they}

= interview-plan applicant en grid
Subject: {Interview|Next steps}: {they.role} at {firm}

Hi {me.first},

we would like to meet you! Please choose a time for a 45-minute video call with {they}.

=> Pick a time | https://app.{firm.domain}/schedule/{token:22}

You will need a computer with a camera; the link to the call comes with the confirmation.

= job-offer-real applicant en partner
Subject: Offer of employment
Attach: Offer_{me.last}.pdf

Dear {me.first},

we very much enjoyed meeting you and are delighted to offer you the position of {they.role}. Your starting salary would be {gbp:32000-64000} a year; the start date is {day:45}. The contract is attached.

Please sign and return it by {weekday:9}. Do call if anything is unclear.

{they}
Head of People

= candidatura-no applicant pt grid
Subject: A sua candidatura – {they.role}

Olá {me.first},

obrigado pelo interesse na nossa empresa. Após análise, decidimos avançar com outros candidatos. Guardaremos o seu currículo durante um ano, salvo se nos pedir o contrário.

Desejamos-lhe boa sorte.

Equipa de Recrutamento

= reference-asked reference en partner
Subject: Reference for {friend}

Dear {me.first},

{friend} has applied to us and named you as a referee. Could you spare ten minutes to fill in the [form](https://www.{firm.domain}/reference/{hex:16})? It asks for dates of employment and whether you would employ them again.

We would be grateful for an answer by {weekday:5}; what you write stays confidential.

{they}, {firm}

= cold-sales-follow cold en hub
Subject: {Re: quick intro|Should I close your file?|Following up, {me.first}}

Hi {me.first},

I know you are busy, so I will keep it short. Teams like yours save {n:5-15} hours a week on {topic} with {firm}. Worth 15 minutes {next week|on {weekday:4}}?

If now is not the time, just tell me and I will not write again.

{they.first}

P.S. [Here is](https://www.{firm.domain}/case-study) how {n:20-90} firms in your field did it.

= prospecto-es cold es partner
Subject: Propuesta de colaboración para {home}

Hola {me.first}:

soy {they}, de {firm}. Ayudamos a empresas a reducir un {n:10-30} % el coste de {topic}. ¿Le va bien una llamada de diez minutos esta semana? Puede responder a este correo o elegir hora en mi [agenda](https://www.{firm.domain}/agenda/{they.user}).

Un saludo
{they}
{they.role}

= commerciale-it cold it hub
Subject: {me.first}, posso farle una domanda?

Buongiorno {me.first},

chi si occupa da voi di {topic}? Lavoriamo già con aziende del vostro settore e in tre mesi hanno tagliato i costi del {n:10-30}%. Le mando volentieri un preventivo gratuito e senza impegno.

Grazie e buona giornata
{they}, {firm}

= seo-audit-honest cold en partnerGmail
Subject: Two things on your website

Hi,

I run a small agency in {city}. Your contact page does not load on phones and the certificate of shop.{home} ends next week. Thought you would want to know. If you need a hand with it, we charge {gbp:45-90} an hour.

{they}
{phone}

= expo-stand fair en jetNews
Subject: {Your free ticket|Visit us} at stand {n:1-9}-{n:100-400}
Preheader: {weekday:20} in {city}

# See you in {city}?

Dear {me.first}, from {day:20} we show our new range in hall {n:1-9}. Claim your **free ticket** (worth {eur:25-60}) with the code {caps:8}.

=> Get my ticket | https://www.{firm.domain}/expo?code={caps:8}

Book a meeting with us and win one of ten {product}s.

~ [Unsubscribe](https://www.{firm.domain}/u/{hex:16})

= messe-einladung fair de partner
Subject: Einladung zur {Hausmesse|Fachmesse} am {weekday:24}

Sehr geehrte Frau {me.last}, sehr geehrter Herr {me.last},

wir laden Sie herzlich an unseren Stand ein. Gern schicken wir Ihnen kostenfreie Eintrittskarten; eine kurze Antwort mit der Anzahl genügt.

Wir freuen uns auf Sie!
{they} und das Team von {firm}

= webinar-recording webinar en hubNews
Subject: {Here’s the recording|Sorry we missed you}: {topic}

Hi {me.first},

thanks for signing up to our webinar on {topic}. Here are the recording and the slides.

=> Watch the recording | https://www.{firm.domain}/webinars/{hex:8}/recording

Next one: {weekday:16}, {time}. [Save my seat](https://www.{firm.domain}/webinars/next)

~ {firm}, {street}, {city} · [Unsubscribe](https://www.{firm.domain}/unsubscribe/{token:30})

= whitepaper-de webinar de brevoNews
Subject: {Ihr Download|Kostenloses Whitepaper}: {topic}

Guten Tag {me},

vielen Dank für Ihr Interesse! Hier ist Ihr persönlicher Download-Link:

=> Whitepaper herunterladen | https://www.{firm.domain}/download/{hex:24}

Der Link ist 7 Tage gültig. Haben Sie Fragen? Antworten Sie einfach auf diese E-Mail.

= release-notes release en braze
Subject: {What’s new in {month}|Version {n:3-12}.{n:0-9} is here}

# New this month

Hi {me.first}, {we have been busy|lots to see}.

**Faster search.** Results now come as you type.

**Roles.** Decide who may see what. [Learn more](https://www.{firm.domain}/docs/roles)

**Old API ends.** Version 1 will be switched off on {day:90}. Please move your integrations before then or they will stop working.

=> See everything that is new | https://www.{firm.domain}/changelog

= api-key-expires release en grid
Subject: {Action needed: your|Your} API key “{host:6}” expires in {7|14|30} days

Hi {me.user},

the key {host:6}_••••{caps:4} for the project {topic} expires on {day:14}. Requests made with it will fail after that. Create a new key in the console and replace the old one.

=> Manage keys | https://app.{firm.domain}/projects/{digits:6}/keys

= file-transfer transfer-of-files en grid
Subject: {they} sent you {files|{n:2-9} files} via {firm}

{they.address} sent you some files

{n:2-9} items, {n:20-900} MB in total ・ Expires on {day:7}

=> Get your files | https://app.{firm.domain}/downloads/{hex:30}/{hex:6}

> {Here are the drawings we talked about.|As promised. Shout if you cannot open them.}

~ To make sure our emails arrive, please add noreply@{firm.domain} to your contacts. [About](https://www.{firm.domain}/about) · [Report this transfer as spam](https://app.{firm.domain}/report/{hex:10})

= archivo-enviado transfer-of-files es sesFirm
Subject: {they.first} le ha enviado un archivo

{they} ({they.address}) ha compartido con usted «{topic}.pdf».

=> Descargar | https://my.{firm.domain}/d/{token:24}

El enlace caduca en 7 días. Si no esperaba este archivo, consulte antes con el remitente.

= nda-sign signature en docusign
Subject: {Please sign|Complete with DocuSign}: NDA {firm} – Contoso

{they} sent you a document to review and sign.

=> REVIEW DOCUMENT | https://eu.docusign.net/Signing/EmailStart.aspx?a={hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}&er={hex:8}

{they.first}
{they.address}

> Hi {me.first}, the NDA as discussed. Please sign this week so that we can send you the drawings.

~ Do Not Share This Email. This email contains a secure link to DocuSign. Please do not share it with others. Questions about the document? Reply to the sender.

= signed-copy signature en sesFirm
Subject: {Completed|Signed by everyone}: {topic}
Attach: signed.pdf

All parties have signed **{topic}**. A copy is attached for your records.

| Sent by | {they} |
| Document ID | {hex:32} |

[View in your account](https://my.{firm.domain}/documents/{hex:16})

= translation-job freelance en partnerText
Subject: Files for translation, EN>DE, {n:800-6000} words

Hi {me.first},

could you take this on? {n:800-6000} words, manual, deadline {weekday:4} noon, {eur:0-1} per word as usual. Files come through the portal as soon as you say yes.

{they.first}
{firm} Translations

= faktura-freelancer freelance pl partnerGmail
Subject: Faktura za {month:-20}
Attach: FV_{digits:2}_{year}.pdf

Cześć {me.first},

w załączniku przesyłam fakturę za ostatni miesiąc. Termin płatności 14 dni, numer konta bez zmian. Daj znać, jeśli czegoś brakuje.

Pozdrawiam
{they.first}

= press-release journalist en jetNews
Subject: PRESS RELEASE: {firm} {opens a site in {city}|names new chief executive}

**FOR IMMEDIATE RELEASE**

{city}, {day} – {firm} today announced the opening of a new site which will create {n:20-300} jobs. “This is a big day for us and for the region,” said {they}, {they.role}.

Pictures for free use: [www.{firm.domain}/press](https://www.{firm.domain}/press)

Contact: {they}, {phone}, press@{firm.domain}

= domain-renews hosting en grid
Subject: {Your domain {home} renews soon|Renewal notice: {home}}

Dear {me},

the following will renew automatically on {day:30}:

| {home} | 1 year | {eur:9-29} |
| Mail Business, 10 mailboxes | 1 year | {eur:49-129} |

We will charge the card ending {digits:4}. Turn off auto-renewal in your account if you no longer need them; expired domains may be taken by others.

=> Manage renewals | https://app.{firm.domain}/domains/renewals

= hosting-wartung hosting de firmSystem
Subject: Wartungsarbeiten an {host:3}{n:10-99}.{firm.domain} am {weekday:5}

Sehr geehrter Kunde,

am {weekday:5} zwischen 02:00 und 05:00 Uhr führen wir Wartungsarbeiten durch. Ihre Website und Ihre Postfächer sind in dieser Zeit für bis zu 30 Minuten nicht erreichbar. E-Mails gehen nicht verloren, sie werden später zugestellt.

Den aktuellen Stand finden Sie unter https://status.{firm.domain}.

Ihr Support-Team

= whois-check hosting en firmSystem
Subject: {ICANN|Yearly}: please check the contact data of {home}
Plain: only

Dear registrant,

once a year we have to remind you to keep the contact data of your domain correct. For {home} we have on record:

Registrant: Contoso Ltd, {street}
E-mail: {me.address}

If this is right, you need not do anything. Wrong data may lead to the domain being cancelled. Change it at https://www.{firm.domain}/whois/{hex:12}

= complaint-from-customer complaint en partnerGmail
Subject: {Very disappointed|Third time I write!!}

Hello,

I ordered a {product} on {day:-20} and STILL have not got it. Nobody answers your phone. I want my money back NOW or I will go to my lawyer and tell everyone on social media what kind of company you are.

Order no. {digits:7}. You have until Friday.

{they}

= reklamation complaint de partnerText
Subject: Reklamation Lieferung vom {day:-4}

Guten Tag,

von den {n:20-90} gelieferten Teilen sind {n:2-9} beschädigt (Fotos folgen). Bitte um Gutschrift oder Ersatz. Wir behalten uns vor, die Rechnung um {eur:60-700} zu kürzen.

Gruß
{they}

= chat-transcript support en ticketing
Subject: Your chat with {firm} Support

Thank you for chatting with us. Here is what was said:

> **{me.first}**: I cannot sign in, it says my account is locked.
> **{they.first}**: I am sorry to hear that! I have unlocked it and sent you a link to set a new password. It may be in your spam folder.
> **{me.first}**: Got it, thanks.

How did {they.first} do? [Good](https://{firm.short}.zendesk.com/r/{hex:16}/1) · [Bad](https://{firm.short}.zendesk.com/r/{hex:16}/0)

= ticket-gelost support de ticketing
Subject: [#{digits:6}] {Ihre Anfrage wurde gelöst|Rückfrage zu Ihrer Anfrage}

Hallo {me.first},

wir haben die Lizenz neu ausgestellt; bitte melden Sie sich einmal ab und wieder an. Klappt es dann immer noch nicht, antworten Sie einfach auf diese Nachricht, dann öffnen wir das Ticket wieder.

Viele Grüße
{they.first}, {firm} Support

= bill-of-lading shipping-papers en firm
Subject: {Arrival notice|Documents for} container {caps:4}{digits:7}
Attach: BL_{digits:8}.pdf

Dear customer,

please be informed that the above container is due at {city} on {day:6}. Attached: bill of lading, packing list, commercial invoice. Kindly pay freight charges of {usd:400-3900} before release; storage is charged from the sixth day.

Import Desk
{firm} Lines

= pod-request shipping-papers en partner
Subject: POD {digits:8}

Hi,

can you send the signed delivery note for {digits:8}? Customer says {n:2-9} boxes are missing and will not pay until they see it.

Thx
{they.first}

= price-increase price-change en partner
Subject: {Price adjustment|New prices} from {day:45}
Attach: Pricelist.pdf

Dear {me.first},

for two years we have kept our prices. Energy and freight leave us no choice: from {day:45} they rise by {n:3-12} % on average. Orders that reach us before then are still charged at the old price. The new list is attached.

Thank you for your understanding.
{they}

= saas-price price-change en grid
Subject: {Changes to your plan|Your price will change on {day:40}}

Hi {me.first},

from {day:40} your {firm} plan costs {usd:12-90} a user a month (now {usd:9-80}). You keep everything you have, plus single sign-on. If you would rather not go on, cancel in [Billing](https://app.{firm.domain}/billing) before then and you will not be charged.

= audit-letter audit en partner
Subject: Confirmation of balances as of {day:-40}
Attach: Confirmation_request.pdf

Dear Sir or Madam,

in the course of our audit of {firm} we kindly ask you to confirm the balance you show with our client. Please fill in the attached form, have it signed, and return it directly to us – not to our client – by {day:14}.

{they}, Audit Senior

= iso-audit audit en colleague
Subject: ISO audit {weekday:9}: be prepared

Hi team,

the auditors visit {weekday:9}. Lock your screens, clear desks, no passwords on sticky notes(!), and know where the policy is: [here](https://contoso.sharepoint.com/sites/quality/policy). If asked something you don’t know, say so and fetch me.

{colleague.first}

= bank-relationship bank-talk en partner
Subject: Your {credit line|deposit}: {documents|terms}
Attach: Terms.pdf

Dear {me.first},

as discussed, we can extend the credit line of {eur:40000-90000} for another year on the terms attached. To put it to our committee we need your accounts for the last half year and the list of signatories.

The offer stands until {day:18}.

Kind regards
{they}
Corporate Clients

= insurance-broker bank-talk en partner
Subject: Cyber insurance – questionnaire

Hi {me.first},

the insurer wants to know before renewal: do you use multi-factor sign-in for all mailboxes, who may change payment details, and have you had ransomware or fraud in the last three years? Please fill in the sheet in the [data room](https://www.{firm.domain}/dataroom/{hex:12}) by {weekday:8}.

{they.first}

= partner-portal channel en hubNews
Subject: {Earn double|Your partner rewards}: {month} promotion

# Double points for every deal

Dear partner,

register a deal before {weekday:20} and earn double points, worth up to {eur:200-900} in gift cards. The more you sell, the more you get.

=> Register a deal | https://www.{firm.domain}/partners/deals

~ You are getting this as a registered partner. [Preferences](https://www.{firm.domain}/partners/preferences?{hex:16})

= case-for-you channel en partner
Subject: Lead for you: {they.last}, {city}

Hi {me.first},

a customer of ours needs {n:20-90} {product}s and we do not do that. May I pass on your number? They want to move fast, budget about {eur:4000-19000}.

{they.first}

= beta-invite product-talk en hub
Subject: {Want in on the beta?|You’re off the waiting list}

Hi {me.first}, it’s your turn! Your access is ready; you have 7 days to take it up before we pass it to the next in line.

=> Activate my access | https://www.{firm.domain}/beta/{token:18}

Just hit reply if you get stuck, I read everything.
{they.first}, founder

= outage-apology product-talk en braze
Subject: {About yesterday’s outage|We let you down}

Hi {me.first},

yesterday between {time} and midnight UTC many of you could not sign in, and some saw the message “account suspended”. No account was suspended and no data was lost. A certificate we should have renewed had run out. We have credited one day to your next invoice.

Read [the whole story](https://www.{firm.domain}/blog/outage).

{they}, CTO

= invoice-note-en bookkeeping en partnerText
Subject: Invoice {digits:5}
Attach: Invoice_{digits:5}.pdf
Plain: only

Hi {me.first},

invoice for {month:-20} attached, {n:10-30} hours. Same account as always. Cheers!

{they.first}

= wrong-vat bookkeeping en partner
Subject: Re: Invoice {digits:6} – {wrong VAT number|please correct}
Answers: yes

Hello,

our VAT number on invoice {digits:6} is wrong, so I cannot book it. Could you cancel it and send a new one? We will pay as soon as we have it, today’s run closes at {time}.

Thanks and regards
{they}, Accounts Payable

= double-payment bookkeeping en firm
Subject: {Duplicate payment|Credit balance} on your account

Dear {me.first},

you have paid invoice {digits:6} of {gbp:100-2000} twice. Shall we set it off against your next order or send it back to the account it came from?

Ledger Team, {firm}
`;
