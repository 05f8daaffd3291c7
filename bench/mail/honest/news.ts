// Newsletters, sales, surveys, jobs, outreach, warnings of scams: mail to many.

export const news = String.raw`
= company-newsletter newsletter en chimp
Subject: {What we learned in {month:-20}|The {month} digest|{month}: {topic} and more}
Preheader: {topic}, a new colleague, and two dates

# {month} at {firm}

Dear reader,

this month we write about {topic}, introduce {they}, our new {they.role}, and ask what you would like to read next.

![{topic}](https://mcusercontent.com/{w=hex:25}/images/{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}.jpg)(https://www.{firm.domain}/blog/{n:100-900}?utm_source=newsletter&utm_medium=email&utm_campaign={iso})

**{topic}: what happened**
It took longer than planned, and we tell you why. [Read more](https://www.{firm.domain}/blog/{n:100-900}?utm_source=newsletter&utm_medium=email&utm_campaign={iso})

**Dates**
{weekday:9}, {city}: open day
{weekday:16}, online: questions and answers

=> Read on our site | https://www.{firm.domain}/news?utm_source=newsletter&utm_medium=email&utm_campaign={iso}

~ You receive this email because you subscribed on our website. [Update your preferences](https://www.{firm.domain}/p) or [unsubscribe from this list](https://www.{firm.domain}/u). {firm}, {street}, {city}
Copyright © {year} {firm}, All rights reserved.

= ngo-newsletter newsletter en brevoNews
Subject: {They count on us: 3 days left|🌍 The forest is back|{me.first}, will you stand with us?}
Preheader: Your gift is doubled until {weekday:3}

# Three days left to double your gift

{me.first},

until {weekday:3} at midnight a group of donors doubles every gift. That is EUR 20 becoming EUR 40, and forty trees instead of twenty.

=> GIVE NOW | https://www.{firm.domain}/donate?amount=20&source=email_{iso}&utm_campaign=match

We are {eur:2000-9000} short of our aim. Can you help us today?

{they}
Director, {firm}

~ {firm} is a registered charity. Can't see this mail properly? [Click here](https://www.{firm.domain}/mail/{digits:6}) | [Unsubscribe](https://www.{firm.domain}/unsub)

= science-digest newsletter en jetNews
Subject: New articles in {Earth Surface|Materials|Population} Studies, {month}

# Table of contents alert

Volume {n:12-80}, issue {n:1-12}

- [Sediment transport in braided rivers after dam removal](https://www.{firm.domain}/doi/10.5555/{digits:8}?utm_source=toc)
- [A comparison of two sampling schemes](https://www.{firm.domain}/doi/10.5555/{digits:8}?utm_source=toc)
- [Reply to the comment on “Slow growth”](https://www.{firm.domain}/doi/10.5555/{digits:8}?utm_source=toc)

You get this alert because you registered for it. [Manage alerts](https://www.{firm.domain}/alerts/{token:20})

= developer-weekly newsletter en brevoNews
Subject: Issue #{n:100-600}: {faster builds|a new parser|types everywhere}

# Issue #{n:100-600}

**[Faster builds with fewer files](https://www.{firm.domain}/link/{digits:6}/web)**
What happened when a team of five measured first.

**[A parser in 300 lines](https://www.{firm.domain}/link/{digits:6}/web)**
Hand-written, no recursion, and readable.

SPONSOR **[{firm}: logs without the noise](https://www.{firm.domain}/link/{digits:6}/web)**

**[Jobs](https://www.{firm.domain}/link/{digits:6}/web)** {they.role}, remote (EU)

~ Published by {firm}, {street}, {city}. [Stop getting emails](https://www.{firm.domain}/leave/{token:24})

= verein-rundbrief club de reach
Subject: Rundbrief {month}: Sommerfest, Beiträge, neue Trainingszeiten

# Liebe Mitglieder,

am {weekday:17} feiern wir ab {time} unser Sommerfest auf dem Vereinsgelände. Kuchen und helfende Hände sind willkommen, bitte [tragt euch ein](https://www.{firm.domain}/sommerfest).

Der Jahresbeitrag wird am {day:20} eingezogen. Hat sich eure Bankverbindung geändert? Dann meldet euch bitte bei {they}.

Mit sportlichen Grüßen
Der Vorstand

~ Sie möchten keine Rundbriefe mehr? [Hier abmelden](https://www.{firm.domain}/abmelden). {firm} e. V., {street}, {city}

= school-parents club en partnerGmail
Subject: Class {n:1-6}b: trip on {weekday:9} – please reply by {weekday:4}

Dear parents,

on {weekday:9} the class goes to the museum. Please bring packed lunch and {eur:8-15} in cash. If your child has allergies or if you can come along, answer this mail by {weekday:4}.

Please click here for the consent form: https://docs.google.com/forms/d/e/1FAIpQLS{token:48}/viewform?usp=sf_link

Many thanks
{they}

= sale-all-pictures promotion en shopMail
Subject: {🔥 48 HOURS ONLY: 50% OFF EVERYTHING 🔥|LAST CHANCE! Sale ends TONIGHT|Psst... an extra 20% off inside 🤫}
Preheader: Hurry, sale ends {weekday:1}!
Plain: apology

![SALE](https://image.email.{firm.domain}/lib/fe{hex:20}/m/1/{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}.jpg)(https://www.{firm.domain}/sale?utm_source=sfmc&utm_medium=email)

![Women](https://image.email.{firm.domain}/lib/fe{hex:20}/m/1/{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}.jpg)(https://www.{firm.domain}/women)

![Men](https://image.email.{firm.domain}/lib/fe{hex:20}/m/1/{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}.jpg)(https://www.{firm.domain}/men)

![SHOP NOW](https://image.email.{firm.domain}/lib/fe{hex:20}/m/1/{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}.gif)(https://www.{firm.domain}/sale)

~ *Offer valid until {day:2}, 23:59. Not on gift cards. You receive this email at {me.address} because you agreed to marketing. [View online](https://www.{firm.domain}/v) | [Unsubscribe](https://www.{firm.domain}/u) {firm}, {street}, {city}

= chess-club-news club en jetNews
Subject: {firm} chess club: results and next round
Reply-To: {friend} <{friend.address}>

# Round {n:2-9} is over

Hello {me.first},

we won {n:4-6}–{n:1-3}! Next round on {weekday:13} in {city}. [Click here](https://www.{firm.domain}/chess/signup?m={hex:8}) if you want to play; cars leave at {time}.

Please answer to {friend.address}, the club's mailbox is not read every day.

{friend.first}

= shop-pay-later promotion en shop
Subject: {Now with Klarna and PayPal|Buy now, pay later: Klarna is here}
Preheader: New ways to pay

# Pay the way you like

From today you can pay with PayPal, Klarna, Apple Pay or Amazon Pay in our shop. Click the button below to see how it works.

=> SHOP NOW | https://www.{firm.domain}/pay-later?utm_source=klaviyo&utm_medium=campaign

~ No longer want to receive these emails? [Click here to unsubscribe](https://www.{firm.domain}/u). {firm}, {street}, {city}

= sale-exct promotion en shopExct
Subject: {ENDS TODAY: up to 40% off|FINAL HOURS!! Your code expires at midnight ⏰|You've earned a reward, {me.first} 🎁}
Preheader: Don't miss out!

# YOUR {20|30|40}% OFF ENDS TONIGHT!

Hi {me.first}, you have a reward waiting! Use the code below at checkout before midnight and save on everything, including {product}.

:: {caps:8}

=> CLAIM YOUR REWARD | https://www.{firm.domain}/rewards?code={caps:8}

![{product}](https://image.s{s=n:4-51}.exct.net/lib/fe{hex:20}/m/1/{hex:8}.jpg)(https://www.{firm.domain}/p/{digits:7})

| Was {eur:90-200} | NOW {eur:30-80}! |

Hurry, while stocks last!

~ Terms and conditions apply. One code per customer. You are on our list as {me.address}. [Unsubscribe](https://www.{firm.domain}/u) {firm}, {street}, {city}

= abandoned-basket promotion en shop
Subject: {You left something behind 👀|Still thinking about it?|Your basket is about to expire}
Preheader: It's still here

# Did you forget something?

Your {product} is still in your basket, but we can only keep it for another 24 hours.

![{product}](https://cdn.shopify.com/s/files/1/{digits:4}/{digits:4}/products/{host:12}_grande.jpg?v={digits:10})(https://www.{firm.domain}/{digits:11}/checkouts/ac/{token:40}/recover?key={hex:32}&locale=en)

=> Complete your purchase | https://www.{firm.domain}/{digits:11}/checkouts/ac/{token:40}/recover?key={hex:32}&locale=en

~ No longer want to receive these emails? [Unsubscribe](https://www.{firm.domain}/u). {firm} {street}, {city}

= angebote-der-woche promotion de brevoNews
Subject: {Nur bis Sonntag: 20 % auf alles!|⏰ Letzte Chance, {me.first}!|Ihr Gutschein über 10 € wartet}
Preheader: Gleich einlösen

# Jetzt sparen!

Hallo {me.first},

nur noch bis {weekday:2}: **20 % auf das ganze Sortiment**. Einfach den Code im Warenkorb eingeben:

:: {caps:7}

=> Zum Angebot | https://www.{firm.domain}/aktion?utm_source=nl&utm_medium=email&utm_campaign=kw{n:1-52}

~ Sie erhalten diese E-Mail, weil Sie sich für unseren Newsletter angemeldet haben. [Abmelden](https://www.{firm.domain}/nl/ab). {firm}, {street}, {city}. Geschäftsführer: {they}. Amtsgericht {city}, HRB {digits:5}

= soldes-newsletter promotion fr jetNews
Subject: {Dernières heures : -30 % sur tout !|{me.first}, votre cadeau vous attend 🎁|Ventes privées : c'est parti}
Preheader: Jusqu'à dimanche minuit

# -30 % jusqu'à dimanche

Bonjour {me.first},

profitez-en : {product} et toute la collection sont à prix doux jusqu'au {weekday:3}.

=> J'en profite | https://www.{firm.domain}/ventes-privees?utm_source=newsletter&utm_medium=email

~ Vous recevez cet e-mail car vous êtes client de {firm}. [Se désinscrire](https://www.{firm.domain}/desinscription)

= ofertas-boletin promotion es brevoNews
Subject: {¡Solo hoy! Envío gratis 🚚|Últimas horas: -25 %|{me.first}, tenemos algo para ti}

# ¡Solo hoy!

Hola, {me.first}: hasta medianoche el envío es gratis en todos los pedidos. ¡No te lo pierdas!

=> Comprar ahora | https://www.{firm.domain}/ofertas?utm_source=boletin

~ Recibes este correo porque te suscribiste en nuestra web. [Darse de baja](https://www.{firm.domain}/baja). {firm}, {street}, {city}

= newsletter-negozio promotion it reach
Subject: {Solo fino a domenica: sconti fino al 50%|Novità della settimana|Un regalo per te, {me.first}!}

# Saldi, ultima settimana

Ciao {me.first},

fino a domenica {product} e altri articoli sono scontati fino al 50%. Ti aspettiamo anche in negozio a {city}.

=> Scopri le offerte | https://www.{firm.domain}/saldi?utm_source=newsletter

~ Ricevi questa email perché sei iscritto alla nostra newsletter. [Cancellati](https://www.{firm.domain}/cancella)

= nieuwsbrief-bibliotheek newsletter nl jetNews
Subject: Nieuws uit de bibliotheek – {month}

# Beste lezer,

deze maand: voorlezen op zaterdag, een lezing over {city} in oude kaarten, en het digitaal café op {weekday:8}.

=> Bekijk de agenda | https://www.{firm.domain}/agenda?utm_source=nieuwsbrief

Uw lidmaatschap wordt op {day:20} automatisch verlengd.

~ [Uitschrijven](https://www.{firm.domain}/uitschrijven) · {firm}, {street}, {city}

= survey-after-ticket survey en sesFirm
Subject: How did we do? (1 minute)

Hi {me.first},

we recently closed your request {digits:6}. How satisfied were you?

[1](https://my.{firm.domain}/s/{hex:16}?r=1) [2](https://my.{firm.domain}/s/{hex:16}?r=2) [3](https://my.{firm.domain}/s/{hex:16}?r=3) [4](https://my.{firm.domain}/s/{hex:16}?r=4) [5](https://my.{firm.domain}/s/{hex:16}?r=5)

Thank you!
{firm} customer care

= survey-with-voucher survey en typeform
Subject: Tell us what you think and win a {eur:25-100} voucher

# Five questions, five minutes

Dear {me.first}, we are planning next year and would like to know what you need. Among all answers until {day:12} we draw ten vouchers.

=> Start the survey | https://{firm.short}.typeform.com/to/{token:8}?typeform-source=email#id={hex:12}

~ {firm}, {street}, {city}. [Unsubscribe](https://www.{firm.domain}/u)

= staff-survey survey en homeHr
Subject: Last call: staff survey closes {weekday:1}

Dear colleagues,

{n:55-80}% have answered so far. The survey is anonymous and open until {weekday:1}: [https://forms.office.com/e/{token:10}](https://forms.office.com/e/{token:10})

Thank you for your time
People & Culture

= linkedin-job-alert jobs en linkedinJobs
Subject: {they.role}: {n:3-30} new jobs in {city}
Preheader: Jobs for you

# Your job alert for {city}

{n:3-30} new jobs match your preferences.

![](https://media.licdn.com/dms/image/C{token:20}/company-logo_100_100/0/{digits:13}?e={digits:10}&v=beta&t={token:43})

[{they.role}](https://www.linkedin.com/comm/jobs/view/{digits:10}/?trackingId={token:24}%3D%3D&refId={token:24}%3D%3D&midToken={token:24}&midSig={token:14}&trk=eml-email_job_alert_digest_01-job_card-0-view_job&trkEmail=eml-email_job_alert_digest_01-job_card-0-view_job-null-{host:6}%7E{host:8}%7E{host:2}-null-jobs%7Eview&eid={host:6}-{host:8}-{host:2})
{firm} · {city}
Actively recruiting

=> See all jobs | https://www.linkedin.com/comm/jobs/search?geoId={digits:9}&f_TPR=a{digits:10}-&savedSearchId={digits:10}&origin=JOB_ALERT_EMAIL&midToken={token:24}&trk=eml-email_job_alert_digest_01-job~alert-0-see~all~jobs~text

~ This email was intended for {me} ({they.role} at Contoso). [Unsubscribe](https://www.linkedin.com/e/v2?e={host:6}-{host:8}-{host:2}&t=lun&midToken={token:24}&midSig={token:14}) · [Help](https://www.linkedin.com/help/linkedin/answer/67?lang=en) © {year} LinkedIn Ireland Unlimited Company, Wilton Plaza, Wilton Place, Dublin 2

= linkedin-message digest en linkedin
From: {they} via LinkedIn <messaging-digest-noreply@linkedin.com>
Subject: {they} just messaged you
Preheader: You have 1 new message

# You have 1 new message

![{they}](https://media.licdn.com/dms/image/D{token:20}/profile-displayphoto-shrink_100_100/0/{digits:13}?e={digits:10}&v=beta&t={token:43})

**{they}**
{they.role} at {firm}

=> View message | https://www.linkedin.com/comm/messaging/thread/2-{token:48}/?midToken={token:24}&midSig={token:14}&trk=eml-email_messaging_digest_01-hero-0-view~message&trkEmail=eml-email_messaging_digest_01-hero-0-view~message-null-{host:6}%7E{host:8}%7E{host:2}

~ You are receiving Message notification emails. [Unsubscribe](https://www.linkedin.com/comm/psettings/email-unsubscribe?lipi=urn%3Ali%3Apage%3Aemail_email_messaging_digest_01%3B{token:24}) © {year} LinkedIn Ireland Unlimited Company

= recruiter-honest jobs en partnerGmail
Subject: {they.role} role in {city}?

Hi {me.first},

I'm {they.first}, recruiting for {firm}. I saw your talk on {topic} and thought of an open role, {they.role} in {city}, hybrid, {eur:55000-90000} a year plus pension. The team is eight people.

Would you have 20 minutes next week? The full description: https://www.{firm.domain}/careers/{digits:5}

If it's not for you, just say so and I won't write again.

Best,
{they}

= application-received jobs en grid
Subject: Your application at {firm}: {they.role}

Dear {me.first},

thank you for applying as {they.role}. We read every application and come back to you by {day:14}. In the meantime you can see how it stands in your [candidate profile](https://app.{firm.domain}/candidate/{token:30}).

Kind regards
{firm} Talent Team

~ This is an automatic message; answers are not read.

= job-offer-letter jobs en partner
Subject: Your offer – {they.role}
Attach: Offer letter {me.last}.pdf

Dear {me.first},

I am delighted to offer you the position of {they.role} with us. The letter is attached; your yearly salary is {gbp:38000-72000}, starting on {day:60}. Please return the signed copy by {weekday:8}. For the contract our HR team then needs a copy of your passport and your bank details, which you upload yourself in our portal after signing.

Looking forward to it!

{they}
{firm}

= sales-outreach outreach en hub
Subject: {Quick question, {me.first}|{topic} at Contoso|Re: {topic}?}

Hi {me.first},

I noticed Contoso is growing its {purchasing|field|support} team. Firms like {firm} customers in {city} cut the hours they spend on {topic} by a third with our tool.

Worth a 15-minute call on {weekday:3}? You can pick a time here: [my calendar](https://meetings-eu1.hubspot.com/{they.user}).

Best,
{they.first}

{they} | {they.role} | {firm}

~ If you'd rather not hear from me, [unsubscribe](https://hs-{digits:8}.s.hubspotemail-eu1.net/hs/preferences-center/en/direct?data={token:120}).

= sales-follow-up outreach en hub
Subject: Re: {topic} at Contoso
Layout: webmail

{me.first}, just bumping this to the top of your inbox. Did you have a chance to look at it? If {topic} isn't yours, who should I ask?

{they.first}

> Hi {me.first}, I noticed Contoso is growing its support team. Worth a 15-minute call?

= webinar-invite outreach en hubNews
Subject: [Webinar] {topic}: what changes in {year}
Preheader: {weekday:9}, 45 minutes, free

# {topic}: what changes in {year}

Join {they} ({firm}) on **{weekday:9}, {time} CET** for 45 minutes on what changes and what to do before the deadline.

=> Save my seat | https://www.{firm.domain}/webinars/{digits:4}?utm_source=hs_email&utm_medium=email&_hsenc=p2ANqtz-{token:80}&_hsmi={digits:9}

Click the button to register. Can't make it? Register anyway and we'll send you the recording.

~ {firm}, {street}, {city} [Unsubscribe](https://www.{firm.domain}/u) [Manage preferences](https://www.{firm.domain}/p)

= trade-fair-seo-offer outreach en partnerText
Subject: Meet us in {city}, hall {n:1-9}
Plain: only

Dear {me.first} {me.last},

we exhibit at the trade fair in {city} from {day:30} to {day:33}, hall {n:1-9}, stand {n:10-90}. I would be pleased to show you our new {product} and to offer you a coffee. Free tickets: https://www.{firm.domain}/fair/{caps:8}

Kind regards
{they}
{firm}

= security-newsletter-scams awareness en homeIt
Subject: Security news {month}: the "I hacked your webcam" mails

Dear colleagues,

several of you got a mail that goes like this:

> I am a hacker and I have access to your device. I recorded you through your camera. Pay 950 dollars in Bitcoin within 48 hours or I send the video to all your contacts. Do not go to the police.

It is a bluff, sent to millions. There is no video. The password they quote is from an old leak.

- Do not pay and do not answer
- Report it with the button in Outlook
- Still using that password anywhere? Change it

More on our [security page](https://intranet.contoso.com/security/extortion).

{colleague}, Information Security

= bank-warns-of-scams awareness en firmSystem
From: Woodgrove Bank <security@mail.woodgrovebank.com>
Subject: ⚠️ Beware of calls and messages in our name

# Fraudsters pretend to be us

Dear customer,

at present many people receive text messages such as “Your account has been suspended, verify your details at once”, or calls from an alleged fraud team that asks you to move your money to a safe account.

**We never do that.** We never ask for your PIN, password or codes, and we never ask you to buy gift cards or to install remote-control software.

=> How to recognise fraud | https://www.woodgrovebank.com/security/fraud?utm_source=email

~ Woodgrove Bank, {street}, {city}. This is a service message, so it comes without a way to unsubscribe.

= phishing-simulation-results awareness de homeIt
Subject: Ergebnis der Phishing-Übung im {month:-20}

Liebe Kolleginnen und Kollegen,

{n:8-30} % haben auf den Link „Ihr Kennwort läuft heute ab, jetzt bestätigen“ geklickt, {n:30-60} % haben die Mail gemeldet. Danke dafür!

Woran man sie erkennen konnte: fremde Absenderadresse, Zeitdruck, allgemeine Anrede. Das kurze [Lernvideo](https://contoso.sharepoint.com/sites/it/SitePages/Phishing.aspx) dauert vier Minuten.

Eure Informationssicherheit

= mailing-list-vulnerability list en lists
Subject: [{firm.short}-dev] Re: login page: token in query string
Plain: only
Answers: yes
To: {firm.short}-dev@lists.{firm.domain}

On {day:-1}, {colleague} wrote:

> The reset link has the token in the query, e.g.
> https://demo.{firm.domain}/reset?token=abc123
> so it ends up in the proxy's logs.

True. Patch below moves it into the fragment; a password change would also end all sessions then.

  -  return base + '?token=' + token
  +  return base + '#token=' + token

Comments welcome, I'd like to have it in before the freeze on {weekday:5}.

{they.first}
_______________________________________________
{firm.short}-dev mailing list
https://lists.{firm.domain}/mailman/listinfo/{firm.short}-dev

= mailing-list-announce list en lists
Subject: [ANNOUNCE] {firm.short} {n:1-9}.{n:0-12}.{n:0-9} released
Plain: only
To: {firm.short}-announce@lists.{firm.domain}

Hi all,

{n:1-9}.{n:0-12} is out. This is a bug-fix release; upgrading is recommended for everybody who reads untrusted input.

Source: https://download.{firm.domain}/{firm.short}-{n:1-9}.{n:0-12}.tar.gz
SHA256: {hex:64}
Signature: https://download.{firm.domain}/{firm.short}.tar.gz.asc

Changes:
 * fixes a crash on empty input (#{digits:4})
 * documentation in Spanish, thanks to {they}

Enjoy!
{they.first}
`;
