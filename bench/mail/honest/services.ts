// What services write to those who use them, at home and at work: insurers, utilities, travel, shops, banks, schools of driving.

export const services = String.raw`
= terms-update-en terms en grid
Subject: {We’re updating|Changes to|An update to} our {Terms of Service|privacy policy}
Preheader: Effective {day:30}

# {We are updating our terms|Our terms are changing}

Hi {me.first},

On {day:30} a new version of our [Terms of Service](https://www.{firm.domain}/legal/terms) and [Privacy Policy](https://www.{firm.domain}/legal/privacy) takes effect. {In short:|Here is what changes:}

- we explain more clearly which data we keep and for how long
- business accounts get a separate data processing agreement
- disputes are now heard in {city}

By continuing to use your account after that date you agree to the new terms. If you do not agree, you can close your account in the settings at any time before then.

~ You receive this notice because you have an account with {firm}. We have to send it even if you unsubscribed from our newsletter.

= agb-aenderung terms de sesFirm
Subject: Änderung unserer {Allgemeinen Geschäftsbedingungen|Nutzungsbedingungen} zum {day:60}

Guten Tag {me},

zum {day:60} ändern wir unsere Allgemeinen Geschäftsbedingungen und das Preisverzeichnis. Die neuen Fassungen finden Sie in Ihrem [Postfach](https://my.{firm.domain}/postfach/{hex:16}).

**Was müssen Sie tun?** Wenn Sie einverstanden sind, stimmen Sie bitte bis zum {day:45} zu. Ohne Ihre Zustimmung können wir den Vertrag nicht zu den neuen Bedingungen fortführen.

=> Jetzt zustimmen | https://my.{firm.domain}/zustimmung?k={digits:9}

Ihre {firm}

~ Bitte antworten Sie nicht auf diese E-Mail. {firm}, {street}, {city}

= breach-told breach en firmSystem
Subject: {Notice of a security incident|Important information about your data}
Plain: only

Dear {me},

we are writing to tell you about an incident that affected some of your personal data. On {day:-21} we learned that somebody had gained access to a database of our ticket shop. Your name, your e-mail address and a scrambled form of your password were in it. **No payment data was affected.**

What we did: we closed the gap the same day, ended all sessions and informed the supervisory authority.

What you can do: the next time you sign in you will be asked to set a new password. If you used the old one elsewhere, change it there as well. Be wary of messages that ask for your details.

Questions: privacy@{firm.domain} or {phone}.

{firm}

= mfa-added second-factor en grid
Subject: {Two-step verification is now on|A new authenticator was added to your account}

Hi {me.first},

{an authenticator app|a security key|a passkey} was added to your {firm} account on {day} at {time} from {device}.

From now on we ask for it whenever you sign in on a new device. Please keep your recovery codes in a safe place.

If this was you, there is nothing to do. If not, [review your account](https://app.{firm.domain}/security?ref={hex:10}) and change your password.

= zwei-faktor-pflicht second-factor de sesFirm
Subject: {Ab {day:30} Pflicht|Bitte einrichten}: Anmeldung mit zweitem Faktor

# Mehr Sicherheit für Ihr Konto

Sehr geehrte Kundin, sehr geehrter Kunde,

ab dem {day:30} ist die Anmeldung nur noch mit zweitem Faktor möglich. Richten Sie ihn am besten gleich ein: Melden Sie sich wie gewohnt an und wählen Sie unter „Sicherheit“ die App oder SMS.

=> Zur Anleitung | https://www.{firm.domain}/hilfe/zwei-faktor

Wir werden Sie niemals nach Ihrem Passwort fragen.

= insurance-renewal insurance en firmSystem
Subject: Your {car|home|travel} insurance {renewal|policy} {p=caps:3}{digits:7}

Dear {me},

your policy {p} comes up for renewal on {day:26}. Your premium for the next year will be {gbp:190-980}; last year you paid {gbp:180-940}.

You need not do anything: we will take the payment from the card we hold. Please check that the details in your documents are still correct, as a wrong mileage or address may make your cover invalid.

=> View my documents | https://www.{firm.domain}/my/policies/documents?t={token:30}

Thank you for being with us.

= seguro-recibo insurance es firmSystem
Subject: Recibo de su póliza {digits:8}

Estimado cliente:

Le informamos de que el próximo {day:12} se cargará en su cuenta terminada en {digits:4} el recibo anual de su seguro de hogar por importe de {eur:140-420}.

Puede consultar el detalle y descargar el recibo en su [área de cliente](https://www.{firm.domain}/clientes/recibos/{digits:10}).

Si ha tenido cambios en su vivienda, comuníquenoslo antes de esa fecha.

Reciba un cordial saludo,
{firm}

= claim-progress insurance en ticketing
Subject: Claim {c=digits:9}: {we need one more document|next steps}

Hello {me.first},

thank you for reporting the damage. To settle claim {c} we still need a photo of the repair bill and the bank account to which we should pay. You can [upload both here](https://{firm.short}.zendesk.com/hc/requests/{digits:7}) or simply answer this mail.

Once we have them it usually takes five working days.

{they}, claims team

= zaehlerstand utility de sesFirm
Subject: Bitte {melden|übermitteln} Sie Ihren Zählerstand

Guten Tag {me},

für Ihre Jahresabrechnung benötigen wir den Stand Ihres Zählers {digits:8}. Bitte tragen Sie ihn bis zum {day:10} ein, sonst müssen wir schätzen.

=> Zählerstand eingeben | https://my.{firm.domain}/zaehlerstand?v={digits:10}&c={hex:12}

Mit freundlichen Grüßen
Ihr Kundenservice

= energy-bill utility en firmSystem
Subject: Your {electricity|gas} bill is ready: {gbp:40-260}
Preheader: We’ll take it by Direct Debit on {day:9}

# Your bill is ready

| Account | {a=digits:10} |
| Period | {month:-30} |
| Amount | {gbp:40-260} |

We will collect it by Direct Debit on or after {day:9}. {You used 12% less than this time last year – well done!|Submit a reading for a more accurate bill.}

=> See my bill | https://www.{firm.domain}/account/{a}/bills/latest

~ Struggling to pay? We can help – talk to us on {phone}. {firm} plc, {street}, {city}.

= facture-energie utility fr firmSystem
Subject: Votre facture {d’électricité|de gaz} du {day} est disponible

Bonjour {me},

Votre nouvelle facture d’un montant de {eur:48-230} est disponible dans votre [espace client](https://www.{firm.domain}/espace-client/factures/{digits:9}).

Elle sera prélevée le {day:14} sur votre compte bancaire. Vous n’avez rien à faire.

Bon à savoir : pensez à relever votre compteur chaque mois pour suivre votre consommation.

À bientôt,
votre conseiller {firm}

= mobile-bill telecom en sesFirm
Subject: Your bill for {month:-20} is now online

Hi {me.first}, your latest bill is {gbp:9-64}. It is due on {day:12}; as you pay by card there is nothing you need to do.

=> View bill | https://my.{firm.domain}/billing/{digits:8}

Going abroad? [See what calls and data cost](https://www.{firm.domain}/roaming) before you travel.

= rachunek-telefon telecom pl firmSystem
Subject: Faktura nr {f=digits:8} za {month:-20}

Dzień dobry,

wystawiliśmy fakturę nr {f} na kwotę {n:29-160},{digits:2} zł. Termin płatności upływa {day:14}.

Fakturę znajdą Państwo w [Moim koncie](https://www.{firm.domain}/moje-konto/faktury/{f}). Jeżeli rachunek został już opłacony, prosimy zignorować tę wiadomość.

Pozdrawiamy
{firm}

~ Wiadomość wygenerowana automatycznie, prosimy na nią nie odpowiadać.

= data-used telecom nl firmSystem
Subject: Je hebt {80|90}% van je databundel verbruikt

Hoi {me.first},

je hebt 80% van je {n:5-40} GB verbruikt. Je nieuwe bundel gaat in op {day:8}. Kom je niet uit? Koop dan extra MB's in de [app](https://www.{firm.domain}/mijn/bundel).

Groetjes,
{firm}

= dentist-recall medical en firm
Subject: {Reminder: your appointment on {weekday:3}|It’s time for your check-up}
Layout: simple

Dear {me},

this is a reminder of your appointment with Dr {they.last} on {weekday:3} at {time}.

Please confirm by answering YES to this mail, or call {phone} if you cannot come. Missed appointments are charged at {gbp:20-60}.

{firm} Dental Practice, {street}

= cita-medica medical es sesFirm
Subject: Recordatorio de cita: {weekday:4}, {time}

Hola {me.first}:

te recordamos que tienes cita el {weekday:4} a las {time} en {street}, {city}.

=> Confirmar o cambiar cita | https://my.{firm.domain}/citas/{hex:20}

Recuerda traer tu tarjeta sanitaria.

= lab-results medical en grid
Subject: You have a new {message|test result} in your patient portal

You have a new test result.

To protect your privacy we do not send it by mail. Please sign in to your patient portal to read it.

=> Go to the portal | https://app.{firm.domain}/inbox

~ If you need help urgently, call your practice. This mailbox is not monitored.

= loyalty-expire loyalty en braze
Subject: {me.first}, {n:300-4200} points expire {soon|on {day:20}}
Preheader: Use them before they are gone

# Don’t let your points go to waste

Hi {me.first}, {n:300-4200} of your points expire on {day:20}. Swap them for {a free coffee|a voucher|miles|10% off your next order} today.

=> Redeem points | https://mail.{firm.domain}/r/{token:20}

Member number {digits:9} · Silver

~ You get this as a member of {firm} Rewards. [Unsubscribe](https://mail.{firm.domain}/u/{token:30}) · [Terms](https://www.{firm.domain}/rewards/terms)

= punkte-stand loyalty de reach
Subject: {Ihr Punktestand im {month}|{n:200-900} Extrapunkte warten auf Sie}

# {n:800-9000} Punkte

Hallo {me.first},

Ihr aktueller Stand. Und nur bis {day:6} gibt es **10-fach Punkte** auf Ihren nächsten Einkauf!

=> Coupon aktivieren | https://www.{firm.domain}/coupons/{digits:6}

Einfach aktivieren und an der Kasse die Karte vorzeigen.

~ [Abmelden](https://www.{firm.domain}/newsletter/abmelden?x={hex:16})

= review-ask review en shop
Subject: How do you like your {product}?

Hi {me.first},

you have had your {product} for two weeks now. Would you tell others what you think? It takes less than a minute.

[★★★★★](https://www.{firm.domain}/review?s=5&k={hex:12}) · [★★★★](https://www.{firm.domain}/review?s=4&k={hex:12}) · [★★★](https://www.{firm.domain}/review?s=3&k={hex:12})

As a thank you, you take part in our monthly draw for a {gbp:25-100} voucher.

{firm}

= recensione-chiesta review it sesFirm
Subject: {Com’è andata|La tua opinione conta}, {me.first}?

Ciao {me.first},

grazie per il tuo acquisto del {day:-15}. Ti va di lasciarci una recensione? Bastano due clic.

=> Lascia una recensione | https://my.{firm.domain}/recensioni/{token:22}

A presto, il team di {firm}

= back-in-stock wishlist en shop
Subject: It’s back: {product}

# Good news, {me.first}

The {product} you were looking for is back in stock. {Last time it sold out in two days.|We only have a few.}

=> Buy now | https://www.{firm.domain}/products/{hex:6}?variant={digits:14}

~ You asked to be told. [Stop these alerts](https://www.{firm.domain}/alerts/{hex:12})

= prezzo-ribassato wishlist it jetNews
Subject: Prezzo ribassato: {product} a {eur:19-140}

Il prodotto nella tua lista dei desideri costa ora {eur:19-140} invece di {eur:150-220}.

=> Vai al prodotto | https://www.{firm.domain}/p/{digits:7}

Offerta valida fino al {day:5} o a esaurimento scorte.

~ [Disiscriviti](https://www.{firm.domain}/preferenze?u={hex:18})

= gift-card-bought voucher en sesFirm
Subject: {Your gift card is here|{friend.first} sent you a gift card}

# A gift for you, {me.first}!

{friend} has sent you a gift card worth **{gbp:20-100}**.

> {Happy birthday! Buy yourself something nice.|Thank you for your help with the move.}

:: {caps:4}-{caps:4}-{caps:4}

Enter the code at the checkout of [www.{firm.domain}](https://www.{firm.domain}) or show this mail in a shop. Valid until {day:720}.

= gutschein-gekauft voucher de shop
Subject: Ihr Gutschein über {eur:25-100}

Vielen Dank für Ihren Kauf! Im Anhang finden Sie den Gutschein als PDF zum Ausdrucken. Der Code lautet {caps:4}-{caps:4}-{caps:4}.

Rechnungsnummer {digits:8}, bezahlt mit Kreditkarte.

Viel Freude beim Verschenken!
{firm}

= refund-issued refund en shop
Subject: {Your refund is on its way|Refund for order {o=digits:7}}

Hi {me.first},

we received your return and have refunded {gbp:12-180} to your original payment method. {It can take up to ten working days until you see it in your account.|Your bank may need a few days.}

| Order | {o=digits:7} |
| Item | {product} |
| Refund | {gbp:12-180} |

Questions? [Talk to us](https://www.{firm.domain}/help?order={o}).

= remboursement refund fr firmSystem
Subject: Remboursement de votre commande {c=digits:9}

Bonjour {me.first},

Nous avons bien reçu votre retour. Un remboursement de {eur:15-140} a été effectué le {day} sur la carte utilisée lors de l’achat. Selon votre banque, le délai est de 3 à 10 jours.

[Suivre ma demande](https://www.{firm.domain}/compte/retours/{c})

Merci de votre confiance,
le service client

= zwrot-srodkow refund pl shop
Subject: Zwrot środków za zamówienie {digits:7}

Cześć {me.first},

otrzymaliśmy Twoją przesyłkę zwrotną. Kwotę {n:39-420},{digits:2} zł przekazaliśmy na rachunek, z którego opłacono zamówienie. Pieniądze powinny dotrzeć w ciągu 5 dni roboczych.

Dziękujemy za zakupy!
{firm}

= card-blocked card en firmSystem
Subject: We have {stopped a payment|paused your card ending {digits:4}}

Dear {me},

we noticed a payment of {gbp:60-900} to an online shop that does not look like you. To be safe we did not let it through and paused your card.

**What to do now:** open our app and tell us whether it was you, or call the number on the back of your card. We will never ask for your PIN, your full password or a code.

{firm}

~ You cannot answer this mail.

= carte-bancaire card fr sesFirm
Subject: Votre nouvelle carte {bancaire|Visa} arrive

Bonjour {me},

votre carte arrive à échéance le {month:40}. La nouvelle vous sera envoyée par courrier d’ici le {day:12} ; votre code secret ne change pas.

Pensez à l’activer lors de votre premier retrait. Vos abonnements payés par carte devront être mis à jour.

=> Suivre l’envoi de ma carte | https://my.{firm.domain}/cartes/suivi?i={hex:14}

= card-statement card en firmSystem
Subject: Your credit card statement is ready

| Card ending | {digits:4} |
| New balance | {gbp:60-2400} |
| Minimum payment | {gbp:5-60} |
| Payment due | {day:18} |

Sign in at [online banking](https://www.{firm.domain}/login) or in the app to see the statement. Pay on time to avoid a late fee of {gbp:8-12}.

~ To unsubscribe from statement alerts, change your settings. For your security we address you by name and show the last digits of your card.

= transfer-sent transfer en grid
Subject: You sent {eur:40-2400} to {they}

Your money is on its way.

| To | {they} |
| Amount | {eur:40-2400} |
| Reference | {digits:9} |
| Should arrive | {weekday:1} |

[See transfer](https://app.{firm.domain}/transfers/{digits:9})

Don’t recognise it? Tell us at once in the app.

= bonifico-ricevuto transfer it firmSystem
Subject: {Accredito bonifico|Hai ricevuto un bonifico} di {eur:50-1900}

Gentile cliente,

ti informiamo che in data {day} è stato accreditato sul tuo conto un bonifico di {eur:50-1900} disposto da {they}.

Accedi all’area riservata per i dettagli.

{firm}

~ Messaggio automatico, non rispondere. Non ti chiederemo mai codici o password via e-mail.

= crypto-statement broker en grid
Subject: Your {monthly statement|deposit} {is available|has arrived}

Hi {me.first},

{your deposit of 0.0{digits:4} BTC has arrived and is now in your wallet|your statement for {month:-20} is ready}. Sign in to your account to see it.

=> View my account | https://app.{firm.domain}/portfolio

~ Capital at risk. Crypto assets are highly volatile; you could lose everything you invest. We never call you to ask for codes or to move your money.

= trade-confirmation broker de firmSystem
Subject: Neues Dokument: Wertpapierabrechnung {digits:9}

Guten Tag,

in Ihrem Postfach liegt ein neues Dokument für das Depot {digits:7}: Wertpapierabrechnung {Kauf|Verkauf|Dividende}.

Bitte melden Sie sich wie gewohnt an, um es zu lesen.

Freundliche Grüße
{firm}

= tax-software tax en hubNews
Subject: {It’s time to file|Your {year} tax return}: start today and save
Preheader: Only {n:12-30} days left

# {n:12-30} days until the deadline

Hi {me.first},

you filed with us last year, so most of your figures are already in place. The average refund was {gbp:180-900}. Start now and pay only {gbp:12-40} when you file before {weekday:10}.

=> Continue my return | https://www.{firm.domain}/start?src=mail

~ [Manage preferences](https://www.{firm.domain}/preferences) | [Unsubscribe](https://www.{firm.domain}/unsubscribe?e={hex:20})

= declaracao-imposto tax pt firmSystem
Subject: {Prazo|Lembrete}: entrega da declaração até {day:20}

Caro(a) contribuinte,

lembramos que o prazo para entrega da sua declaração termina em {day:20}. Os comprovantes de rendimentos já estão disponíveis na sua [área pessoal](https://www.{firm.domain}/area/comprovantes).

Caso já tenha entregue, desconsidere esta mensagem.

Atenciosamente,
{firm}

= parking-fine fine en firmSystem
Subject: Parking charge notice {p=digits:8}

Dear Sir or Madam,

a parking charge was issued for vehicle {caps:2}{digits:2} {caps:3} on {day:-9} at {street}, {city}. The charge is {gbp:60-100}, reduced by half if it is paid within 14 days of the notice.

You can pay or appeal at [www.{firm.domain}/pcn](https://www.{firm.domain}/pcn) with reference {p}. If you do nothing, we may pass the debt on to a collection agency.

= bussgeld-anhoerung fine de firm
Subject: Anhörung zu Aktenzeichen {digits:3}.{digits:6}
Attach: Anhoerungsbogen_{digits:6}.pdf

Sehr geehrte Damen und Herren,

anbei erhalten Sie den Anhörungsbogen zu dem im Betreff genannten Vorgang (Fahrzeug {caps:2}-{caps:2} {digits:3}, Ihr Firmenfahrzeug). Bitte benennen Sie uns den Fahrer binnen einer Woche.

Mit freundlichen Grüßen
Bußgeldstelle {city}

= car-service garage en firm
Subject: Your {car|van} is ready to collect

Hi {me.first},

the service on your car is finished. We also changed the front brake pads as agreed by phone. The bill comes to {gbp:140-620}, you can pay when you collect it or by bank transfer.

We are open until six. Keys are at reception.

{they}
{firm} Motors, {phone}

= hauptuntersuchung garage de brevoNews
Subject: {Ihr TÜV läuft ab|Termin fällig}: {caps:2}-{caps:2} {digits:3}

Hallo {me},

im {month:30} ist die Hauptuntersuchung Ihres Fahrzeugs fällig. Vereinbaren Sie gleich online einen Termin – und sichern Sie sich den Räderwechsel für nur {eur:19-39}!

=> Termin buchen | https://www.{firm.domain}/termin?kz={hex:10}

Ihr Autohaus {firm}

= hire-car hire en sesFirm
Subject: Your rental: pick-up {weekday:4}, {city} airport

# Confirmation {caps:10}

| Pick-up | {weekday:4}, {time} |
| Return | {weekday:8}, {time} |
| Class | Compact or similar |
| Total | {eur:90-420} |

Please bring your driving licence and a credit card in the driver’s name; a deposit of {eur:200-900} will be blocked on it.

=> Check in online and skip the queue | https://my.{firm.domain}/checkin/{caps:10}

= hotel-before hotel en firm
Subject: {Before you arrive|Looking forward to your stay}, {me.first}
Layout: table

Dear {me},

we are happy to welcome you from {weekday:5}. To make check-in quicker, please fill in the [guest form](https://www.{firm.domain}/guest/{token:18}) and let us know when you arrive. Breakfast is served from 7 to 10.30.

Parking is {eur:9-28} a night and has to be booked.

Warm regards
{they}, Front Office

= hotel-apres hotel fr chimp
Subject: Merci pour votre séjour, {me.first}

# Comment s’est passé votre séjour ?

Cher client, chère cliente, nous espérons que vous avez passé un agréable moment chez nous. Votre avis nous aide à progresser : le questionnaire prend trois minutes.

=> Donner mon avis | https://www.{firm.domain}/avis/{hex:14}

En remerciement : **-10 %** sur votre prochaine réservation en direct avec le code MERCI10.

~ Vous ne souhaitez plus recevoir nos messages ? [Se désabonner](https://www.{firm.domain}/desabonnement?{hex:12})

= flight-changed flight en braze
Subject: {Important|Action required}: your flight {caps:2}{digits:3} has changed

# The times of your flight have changed

Dear {me},

| Booking | {caps:6} |
| Old departure | {weekday:15}, {time} |
| New departure | {weekday:15}, {time} |

Please accept the new times, choose another flight, or ask for a refund in Manage my booking.

=> Manage booking | https://mail.{firm.domain}/mmb?pnr={hex:12}

We are sorry for the trouble.

= vuelo-tarjeta flight es braze
Subject: Ya puedes {facturar|obtener tu tarjeta de embarque}: {city}

¡Hola {me.first}! Tu vuelo sale el {weekday:2} a las {time}. Haz ya el check-in online y elige asiento desde {eur:5-19}.

=> Hacer check-in | https://mail.{firm.domain}/checkin/{token:16}

No olvides tu documento de identidad. Tu maleta de mano: 40 x 30 x 20 cm.

= visa-decision permit en firmSystem
Subject: Your application {g=caps:3}{digits:9}: {a decision has been made|we need more information}

Dear applicant,

{a decision has been made on your application|we need one more document before we can decide on your application} {g}. Sign in to your account to read our letter. We do not send decisions by email.

If we asked for something, please send it within 14 days, otherwise we will decide on what we have.

Do not reply to this message.

= ausweis-fertig permit de firm
Subject: Ihr {Ausweis|Reisepass|Führerschein} liegt zur Abholung bereit

Guten Tag,

Ihr Dokument ist eingetroffen und kann ab sofort im Bürgerbüro abgeholt werden. Bitte bringen Sie das alte Dokument mit. Ein Termin ist nicht nötig.

Öffnungszeiten: Mo–Fr 8 bis 12 Uhr, Do auch 14 bis 18 Uhr

= parcel-redirect locker en firmSystem
Subject: {Your parcel is waiting|Collect your parcel} at {street}

Hi {me.first},

your parcel {caps:2}{digits:9}GB is ready. Show this code at the locker:

:: {digits:6}

It stays there until {weekday:3}; after that it goes back to the sender.

[Where is the locker?](https://www.{firm.domain}/lockers/{digits:5})

= paczkomat locker pl grid
Subject: {Paczka czeka|Odbierz paczkę} w automacie {caps:3}{digits:2}

Dzień dobry!

Twoja paczka {digits:20} od {firm} czeka na odbiór. Kod odbioru: **{digits:6}**

Masz na to 48 godzin. Zeskanuj kod QR w aplikacji albo podaj numer telefonu i kod.

[Zobacz na mapie](https://app.{firm.domain}/mapa/{caps:3}{digits:2}) · [Przedłuż czas odbioru](https://app.{firm.domain}/przedluz/{hex:16})

= delivery-missed locker nl firmSystem
Subject: We hebben je gemist

Beste {me},

we stonden vandaag om {time} voor je deur maar je was niet thuis. We proberen het {weekday:1} opnieuw. Komt dat niet uit? Kies dan een ander moment of een afhaalpunt.

=> Wijzig bezorging | https://www.{firm.domain}/volg/{caps:4}{digits:12}

Dit is een automatisch bericht.

= magazine-renewal press en chimp
Subject: {Last issue|Your subscription ends}: keep reading for {gbp:1-5} a week

# Don’t miss an issue

Dear {me.first}, your subscription runs out with the next issue. Renew today and get three months free.

=> Renew now | https://www.{firm.domain}/subscribe/renew?id={digits:9}

![This week’s cover](https://mcusercontent.com/{hex:25}/images/{hex:8}.png)(https://www.{firm.domain}/issue/latest)

~ [Unsubscribe](https://www.{firm.domain}/unsub/{hex:16}) · [View in your browser](https://www.{firm.domain}/view/{hex:16})

= morning-briefing press en hubNews
Subject: {Morning briefing|The daily}: {rates on hold, a merger called off|what the storm did; a record harvest}

Good morning. {Here is what you need to know today.|It is {weekday}.}

**1. Central bank keeps rates.** Markets had expected it; the euro hardly moved. [Read more](https://www.{firm.domain}/a/{digits:7})

**2. Merger is off.** Both boards blame the regulator. [Read more](https://www.{firm.domain}/a/{digits:7})

**3. Scammers pose as tax officers.** Police warn of letters that threaten arrest and ask for gift cards. [Read more](https://www.{firm.domain}/a/{digits:7})

~ You are receiving this because you signed up at {firm.domain}. [Unsubscribe](https://www.{firm.domain}/u?i={hex:20})

= newsletter-culture press fr jetNews
Subject: {À lire ce week-end|La lettre du {weekday}} : {cinq expositions, un roman|le retour des trains de nuit}

# La lettre de la semaine

Chère lectrice, cher lecteur, voici nos coups de cœur.

**Exposition.** Le musée de {city} sort ses estampes de la réserve. [Lire l’article](https://www.{firm.domain}/culture/{digits:6})

**Livre.** Un premier roman qui parle de neige et de silence. [Lire l’article](https://www.{firm.domain}/livres/{digits:6})

Abonnez-vous : 1 € le premier mois, sans engagement.

~ [Se désinscrire](https://www.{firm.domain}/lettres/stop?{hex:16})

= boletim-noticias press pt chimp
Subject: {Resumo da semana|As notícias de hoje}: {o que muda nos transportes|preços da energia em queda}

Olá, {me.first}! Estas são as histórias mais lidas.

- [Preço da energia cai pelo terceiro mês](https://www.{firm.domain}/n/{digits:6})
- [O que muda nos transportes a partir de {month:20}](https://www.{firm.domain}/n/{digits:6})
- [Entrevista: «Ninguém esperava este resultado»](https://www.{firm.domain}/n/{digits:6})

~ Recebe este e-mail porque subscreveu a nossa newsletter. [Cancelar subscrição](https://www.{firm.domain}/cancelar?{hex:14})

= game-purchase game en firmSystem
Subject: Thank you for your {purchase|pre-order}!

Hello {me.user},

thank you for your recent transaction. The items below have been added to your library.

| {Star Harvest|Deep Line|Hollow Keep} Deluxe | {eur:9-69} |
| Total | {eur:9-69} |

Confirmation {digits:19}. {If you did not make this purchase, contact support.|Refunds can be asked for within 14 days.}

= app-trial app en sesFirm
Subject: {Welcome to {firm}!|Let’s get you started, {me.first}}

# Welcome aboard

Hi {me.first}, please confirm your address so that we know it is you.

=> Confirm my email | https://my.{firm.domain}/confirm/{token:40}

The link works for 24 hours. After that, start with our [five-minute guide](https://www.{firm.domain}/guide).

~ You did not sign up? Then ignore this mail and no account will be made.

= app-bestaetigen app de grid
Subject: Bitte bestätigen Sie Ihre {Anmeldung|E-Mail-Adresse}

Hallo {me.first},

fast geschafft! Bitte bestätigen Sie Ihre E-Mail-Adresse mit einem Klick:

=> E-Mail-Adresse bestätigen | https://app.{firm.domain}/doi/{hex:32}

Sie haben sich nicht angemeldet? Dann brauchen Sie nichts zu tun.

= inactive-account app en grid
Subject: {We haven’t seen you for a while|Your account will be {deleted|closed} in 30 days}

Hi {me.first},

you have not signed in for more than a year. We only keep data that is needed, so we will delete your account and everything in it on {day:30}.

Want to keep it? Just sign in once before then.

=> Sign in | https://app.{firm.domain}/login?email={me.user}%40contoso.com

Otherwise there is nothing to do. Thanks for having tried {firm}.

= storage-nearly-full app en sesFirm
Subject: You are {running out of|almost out of} storage

Your {firm} storage is {n:88-98}% full. When it is full, your files will no longer sync and you cannot receive anything new.

=> Get more storage | https://my.{firm.domain}/plans?from=quota

=> Free up space | https://my.{firm.domain}/cleanup

From {eur:1-4} a month for 100 GB.
`;
