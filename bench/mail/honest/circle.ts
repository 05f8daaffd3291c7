// What people, schools, clubs and causes write.

export const circle = String.raw`
= school-trip school en sesFirm
Subject: Year {n:3-9} trip to {city}: {consent and payment|last reminder}

Dear parents and carers,

we still need your consent and {gbp:9-45} for the trip on {weekday:16}. Please pay on [ParentHub](https://my.{firm.domain}/parents/pay/{digits:6}) by {weekday:5}; children without consent cannot take part.

Kind regards
{they}, Year Office

= elternbrief school de firm
Subject: Elternbrief {n:1-9}: {Elternabend|Läusealarm in der Gruppe|Schließtage}

Liebe Eltern,

am {weekday:9} um {time} findet unser Elternabend statt. Bitte geben Sie den Abschnitt unten bis Freitag ab. Außerdem sammeln wir {n:3-8} Euro Bastelgeld ein.

Herzliche Grüße
{they} und das Team

= scuola-avviso school it firm
Subject: Circolare n. {n:20-300} – {sciopero|colloqui con i docenti}

Gentili famiglie,

si comunica che i colloqui si terranno {weekday:10}. La prenotazione avviene dal registro elettronico a partire da domani.

Il Dirigente Scolastico

= gift-to-charity charity en sesFirm
Subject: {Thank you|Your receipt}: your gift of {gbp:10-120}

Dear {me.first},

thank you for your gift of {gbp:10-120}. It gives {n:2-20} families clean water for a month. This mail is your receipt; you may need it for your tax return.

| Date | {day} |
| Donor number | {digits:8} |

With gratitude
{they}, {firm}

= appeal-urgent charity en hubNews
Subject: {Emergency appeal|Children need your help now}: {earthquake|floods}

# They have lost everything

Dear {me.first},

thousands of families are sleeping in the open tonight. Our teams are already there with blankets, food and medicine – but they are running out. **Every pound you give today will be doubled.**

=> Donate now | https://www.{firm.domain}/appeal?amount=25

£10 buys two blankets. £50 feeds a family for a month. Please act now.

~ Registered charity {digits:7}. [Unsubscribe](https://www.{firm.domain}/unsubscribe/{hex:16})

= spendenaufruf charity de reach
Subject: {Bitte helfen Sie|Winterhilfe {year}}: {eur:20-40} schenken Wärme

Liebe Freundinnen und Freunde,

die Kälte trifft Familien auf der Flucht besonders hart. Mit {eur:20-40} helfen Sie einer Familie mit Decken und Heizmaterial durch den Winter.

=> Jetzt spenden | https://www.{firm.domain}/spenden?aktion=winter

Unser Spendenkonto: IBAN {iban}

Danke, dass Sie an unserer Seite sind!

~ [Newsletter abbestellen](https://www.{firm.domain}/abmelden/{hex:14})

= petition cause en chimp
Subject: {{me.first}, we’re nearly there|Sign before {weekday:2}}: save the {city} line

Hi {me.first},

{digits:5} people have signed. Parliament votes on {weekday:2}, so we have three days left to be heard. Will you add your name?

=> Sign the petition | https://www.{firm.domain}/act/{digits:5}?t={token:12}

Then forward this mail to three friends. Together we can stop it.

~ Paid for by {firm}. [Unsubscribe](https://www.{firm.domain}/unsub?{hex:12})

= parti-lettre cause fr brevoNews
Subject: {Mobilisons-nous|Chère adhérente, cher adhérent}

Chère amie, cher ami,

le vote a lieu {weekday:9}. Venez nombreux à la réunion publique de {city} et renouvelez votre adhésion avant la fin de l’année : 66 % de votre don est déductible de vos impôts.

=> J’adhère | https://www.{firm.domain}/adhesion

~ [Se désinscrire](https://www.{firm.domain}/stop/{hex:14})

= wedding-invite celebration en friendGmail
Subject: {Save the date!|We’re getting married!}

Dear {me.first},

we are getting married on {day:120} in {city} and would love you to be there! All about the place, rooms and presents is on our [little website](https://www.withjoy.com/{friend.first}-and-co). Please tell us by {day:40} whether you can come and what you eat.

Lots of love
{friend.first} & co.

= anniversaire celebration fr friendPhone
Subject: Mes 40 ans !!

Coucou,

je fête mes 40 ans le {weekday:21} à la maison à partir de {time}. Apportez une bouteille et votre maillot ! Pas de cadeau, ou alors une carte cadeau pour le magasin de vélos ;)

Réponds-moi vite, bises
{friend.first}

= urodziny celebration pl friendText
Subject: Zaproszenie

Hej {me.first}!

W sobotę za dwa tygodnie robię małe przyjęcie, start o {time}, {street}. Wpadnij koniecznie, weź kogo chcesz. Daj znać do piątku, bo zamawiam jedzenie.

Uściski
{friend.first}

= holiday-photos family en friendPhone
Subject: {pics|Photos from {city}}

Hi love, had a great time! Photos are here https://www.icloud.com/photos/#{token:22} – call me when you see them. Dad says thanks for the money, he will pay you back on Friday xx

{friend.first}

= mama-computer family de friendText
Subject: Computer geht nicht

Hallo {me.first},

auf dem Bildschirm steht, dass mein Computer einen Virus hat und ich eine Nummer anrufen soll. Ich habe nichts angeklickt! Was soll ich machen? Kannst du heute Abend mal anrufen?

Mama

= abuela-foto family es friendGmail
Subject: Re: fotos

Gracias cariño, qué guapos están los niños. ¿Me puedes mandar la contraseña del wifi otra vez? El técnico viene el {weekday:1}. Un beso muy grande.

= money-back family nl friendGmail
Subject: etentje

Ha {me.first},

gezellig was het! Jouw deel is {eur:18-49}, maak je het over naar {iban}? Of via een Tikkie: https://tikkie.me/pay/{token:20}

Tot gauw,
{friend.first}

= club-fees association en jetNews
Subject: Membership {fees|renewal} {year}

Dear member,

the committee has kept the fee at {gbp:20-90}. Please pay by {day:21} by bank transfer to account {digits:8}, sort code {digits:2}-{digits:2}-{digits:2}, with your name. If you pay by standing order there is nothing to do.

The AGM is on {weekday:30}; nominations for treasurer are welcome!

{friend}, secretary

= assemblea association it firm
Subject: Convocazione assemblea {ordinaria|di condominio}
Attach: convocazione.pdf

Gentile socio,

l’assemblea è convocata in prima convocazione il {day:14} e in seconda il {day:15} alle ore {time}. In allegato ordine del giorno e delega. Si prega di versare la quota entro tale data.

Cordiali saluti
La segreteria

= treino-cancelado association pt friendGmail
Subject: Treino de {weekday:1}

Malta,

o treino de {weekday:1} fica sem efeito por causa da chuva. Quem vem ao torneio confirme até quinta e traga {n:5-15} euros para a inscrição.

Abraço
{friend.first}

= landlord-note home en partnerText
Subject: {Boiler check|Rent from {month:40}}

Dear {me.first},

the engineer comes to check the boiler on {weekday:6} between nine and noon. If you are out I will let him in with my key.

From {month:60} the rent goes up by {gbp:20-60} a month, the formal notice follows by post.

Regards
{they}

= hausverwaltung home de firm
Subject: Nebenkostenabrechnung {year}
Attach: Abrechnung_{digits:5}.pdf

Sehr geehrte Mieterin, sehr geehrter Mieter,

anbei die Abrechnung. Es ergibt sich eine Nachzahlung von {eur:40-420}, die wir zum {day:30} von Ihrem Konto abbuchen. Einwendungen richten Sie bitte schriftlich an uns.

{firm} Hausverwaltung

= flat-alert home en braze
Subject: {n:2-12} new {flats|homes} in {city}

# New since yesterday

**2 rooms, {street}** – {eur:780-1650} a month. [View](https://mail.{firm.domain}/p/{digits:8})

**3 rooms, {street}** – {eur:980-1950} a month. [View](https://mail.{firm.domain}/p/{digits:8})

Be quick: homes here go within two days. Never pay a deposit before you have seen a flat.

~ [Change alert](https://mail.{firm.domain}/alerts/{hex:12}) · [Unsubscribe](https://mail.{firm.domain}/unsub/{hex:12})

= marketplace-buyer marketplace en grid
Subject: New message about “{product}”

**{friend.first}** wrote:

> Hi, is it still available? Would you take {eur:20-90}? I can collect on {weekday:2} and pay cash.

=> Reply | https://app.{firm.domain}/m/{hex:20}

Stay safe: keep the chat on our site, do not click links that buyers send and never give out your card details.

= anuncio-caduca marketplace es sesFirm
Subject: Tu anuncio «{product}» caduca {mañana|en 3 días}

Hola {me.first}:

tu anuncio está a punto de caducar. Renuévalo gratis o súbelo al primer puesto por {eur:2-6}.

=> Renovar anuncio | https://my.{firm.domain}/anuncios/{digits:9}/renovar

= social-birthday social en facebook
Subject: {friend} {has a birthday today|posted a photo}

It’s **{friend}**’s birthday today. Wish them a happy birthday!

=> Write on {friend.first}’s timeline | https://www.facebook.com/nd/?profile.php&id={digits:15}&aref={digits:16}&medium=email&mid={hex:20}

~ This message was sent to {me.address}. If you don't want to receive these emails from Meta in the future, please [unsubscribe](https://www.facebook.com/o.php?k={token:20}).

= social-viewed social en linkedin
Subject: {me.first}, {n:4-30} people {viewed your profile|noticed you}

{me.first}, see who is looking at your profile

=> See all views | https://www.linkedin.com/comm/me/profile-views?midToken={token:16}&trk=eml-email_wvmp

Try Premium free for 1 month

~ [Unsubscribe](https://www.linkedin.com/e/v2?e={token:12}&t=lun) · [Help](https://www.linkedin.com/help/linkedin/answer/67)

= forum-answer forum en grid
Subject: [{firm} Community] Re: {password reset mail never arrives|account locked after update}

{they.user} posted:

> I had the same. The reset link goes to spam here because it comes from another domain. Ask your admin to add it to the safe list, then try again.

=> Visit topic | https://app.{firm.domain}/t/{digits:6}/{n:2-40}

~ To unsubscribe from these emails, [click here](https://app.{firm.domain}/email/unsubscribe/{hex:32}).

= list-digest forum en lists
Subject: {host:5}-users Digest, Vol {n:30-99}, Issue {n:1-30}
Plain: only

Today's Topics:

   1. upgrade breaks LDAP logins ({they})
   2. Re: certificate expired ({friend})

----------------------------------------------------------------------

Message: 1
Subject: [users] upgrade breaks LDAP logins

After the upgrade users can no longer log in, it says "account disabled". Nothing in the logs. Has anybody seen this? Config is at https://paste.{firm.domain}/{hex:8}

= liste-antwort forum de lists
Subject: Re: [{firm.short}-nutzer] Rechnung per Skript verschicken
Answers: yes
Plain: only

Am {day:-1} schrieb {friend}:
> Wie kann ich Rechnungen automatisch als Anhang versenden, ohne dass sie im Spam landen?

Mit SPF und DKIM, und nicht von einer Adresse bei einem Freemailer. Ein Beispiel liegt im Wiki: https://www.{firm.domain}/wiki/versand

Gruß {they.first}

= call-for-papers academia en lists
Subject: {CfP|Deadline extended}: Workshop on {topic}, {city}
Plain: only

[Apologies for multiple postings]

CALL FOR PAPERS

*** Submission deadline extended to {day:20} ***

We invite papers of up to 12 pages. Accepted papers will be published with an ISBN. Submit at https://www.{firm.domain}/cfp/{year}.

Programme chairs: {they}, {friend}

= review-invite academia en grid
Subject: Invitation to review {caps:4}-D-{n:19-24}-0{digits:4}

Dear Dr {me.last},

given your expertise we would be grateful if you could review the manuscript “{topic}”. Please [agree](https://app.{firm.domain}/l.asp?i={digits:6}&l={caps:8}) or [decline](https://app.{firm.domain}/l.asp?i={digits:6}&l={caps:8}) within a week. The report would be due in 21 days.

With kind regards
{they}, Editor

= library-due library en firmSystem
Subject: {Items due soon|Overdue notice}

Dear {me},

the following item is due on {day:3}:

 {topic} / {they.last}. Barcode {digits:14}

Renew it in [your account](https://www.{firm.domain}/patron/{digits:8}). After that a fine of {gbp:0-1} a day is charged, and your card will be blocked at {gbp:9-11}.

= mediathek-vormerkung library de firmSystem
Subject: Ihre Vormerkung liegt bereit

Guten Tag,

das von Ihnen vorgemerkte Medium liegt bis zum {day:7} am Schalter bereit. Offene Gebühren: {eur:0-9}.

Stadtbibliothek {city}

= order-of-service worship en jetNews
Subject: {This Sunday|Weekly notice sheet}

Dear friends,

our service is on Sunday at ten, coffee afterwards. The food bank needs tins and toiletries. If you know of anyone who is unwell please tell {friend.first}.

God bless
{they}

~ [Leave this list](https://www.{firm.domain}/leave?{hex:10})

= neighbours neighbours en friendGmail
Subject: {Street party|Burglary at no. {n:10-60}}

Dear neighbours,

somebody broke into number {n:10-60} last night. The police ask whether anyone has a camera that faces the road. Please check, lock your sheds, and be careful with people who claim to be from the water company.

{friend}, neighbourhood watch

= sfratto-gatto neighbours it friendPhone
Subject: Gatto smarrito

Ciao a tutti, si è perso il nostro gatto Nino, rosso, con collare blu, zona {street}. Se lo vedete chiamatemi subito al {phone}. Offriamo una ricompensa! Grazie {friend.first}

= gym-offer sport en braze
Subject: {No joining fee|Come back, {me.first}}: {gbp:15-29} a month

# Start today, pay nothing until {month:30}

Hi {me.first}, we miss you! Rejoin before {weekday:4} and pay **no joining fee**. Bring a friend and you both get a free {training session|month}.

=> Join now | https://mail.{firm.domain}/join/{caps:8}

~ Terms apply. [Unsubscribe](https://mail.{firm.domain}/u/{hex:16})

= marathon-entry sport en grid
Subject: Your place in the {city} half marathon is confirmed

Congratulations {me.first}, you’re in!

Your start number is {digits:5}. Collect it with a photo ID from {day:30}. We will send the final instructions a week before.

=> My entry | https://app.{firm.domain}/e/{caps:8}

= prize-honest raffle en chimp
Subject: {You won!|Our {month} winners}

Hi {me.first},

good news: your answer to our crossword was drawn and you have won two tickets for the {city} botanical garden. They will come by post within a week to the address in your reader account; there is nothing you need to do.

The other winners are {friend.first} from {city} and {they.first} from {city}.

~ You get this because you took part. [Unsubscribe](https://www.{firm.domain}/u?{hex:10})

= gewinnspiel raffle de jetNews
Subject: {Mitmachen und gewinnen|Adventskalender Tür {n:1-24}}

# Heute zu gewinnen: {product}

Hallo {me.first}, hinter dem heutigen Türchen wartet ein {product}. Beantworten Sie die Frage und nehmen Sie an der Verlosung teil!

=> Türchen öffnen | https://www.{firm.domain}/advent/{n:1-24}

~ Teilnahme ab 18 Jahren. [Abmelden](https://www.{firm.domain}/abmelden?{hex:12})
`;
