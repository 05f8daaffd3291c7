// Invoices, bank notices, reminders, dunning, receipts of subscriptions, donations, and the state's letters.

export const payments = String.raw`
= partner-invoice-pdf invoice en partner
Subject: Invoice {i=digits:6} {topic}
Attach: Invoice_{i=digits:6}.pdf,cid:image001

Hi {me.first},

Please find attached our invoice {i} for {month:-20}, {eur:800-24000}, payable within 30 days to our usual account.

Let me know if you need the purchase order on it.

Kind regards,

**{they}**
{they.role}
{firm} | {street} | {city}
T {phone} | [www.{firm.domain}](https://www.{firm.domain})

![](cid:image001)

= first-invoice-bank-details invoice en partner
Subject: {firm}: our first invoice and bank details
Attach: {firm.short}-{digits:4}.pdf

Dear {me.first},

Thank you for placing your first order with us. As agreed with your purchasing team, the invoice is attached. Our bank details for your supplier record:

| Account holder | {firm} Ltd |
| IBAN | {iban} |
| BIC | {caps:8} |
| VAT ID | GB{digits:9} |

Please call me on the number in the contract, {phone}, if you would like to confirm them before the first transfer; most of our customers do.

Best wishes

{they}
{they.role}, {firm}

= supplier-form-returned business en partner
Subject: RE: Supplier registration form
Answers: yes
Attach: Supplier form {firm.short}.pdf

Hello {me.first},

as requested, the filled-in form. The bank letter follows by post because our bank only issues it on paper. IBAN for the meantime: {iban}.

Regards
{they.first}

---

**From:** {me} <{me.address}>
**Sent:** {day:-1} {time}
**To:** {they} <{they.address}>
**Subject:** Supplier registration form

Dear {they.first}, before we can pay the first invoice we need the attached form, signed, with IBAN and VAT number. Thanks, {me.first}

= stripe-receipt receipt en stripe
Subject: Your receipt from {firm} #{digits:4}-{digits:4}
Attach: Invoice-{caps:8}-{digits:4}.pdf,Receipt-{digits:4}-{digits:4}.pdf

Receipt from {firm}

# {p=usd:9-490}

Paid {day}

[Download invoice](https://pay.stripe.com/invoice/acct_{token:16}/live_{token:90}/pdf?s=em) · [Download receipt](https://dashboard.stripe.com/receipts/invoices/CAcQARoXChVhY2N0X{token:90}/pdf?s=em)

| Receipt number | {digits:4}-{digits:4} |
| Payment method | Visa - {digits:4} |
| Team plan × {n:1-20} | {p} |
| Amount paid | {p} |

~ Questions? Visit our [support site](https://www.{firm.domain}/support) or contact us at billing@{firm.domain}. You are receiving this email because you made a purchase at {firm}, which partners with [Stripe](https://stripe.com) to provide invoicing.

= card-payment-failed subscription en stripe
Subject: Payment to {firm} was unsuccessful – please update your card
Preheader: {usd:19-490} could not be charged

# {usd:19-490} payment failed

The card ending in {digits:4} could not be charged for your {firm} subscription. We will try again on {day:3}. To avoid an interruption, please update your payment details.

=> Update payment method | https://billing.stripe.com/p/session/live_{token:160}?s=em

~ Powered by Stripe | [Learn more about Stripe Billing](https://stripe.com/billing)

= hetzner-rechnung invoice de hetzner
Subject: Rechnung {r=caps:2}{digits:10} vom {iso}
Attach: Hetzner_{iso}_R{digits:10}.pdf
Plain: only

Kundennummer: K{digits:10}

Sehr geehrte Damen und Herren,

im Anhang erhalten Sie die Rechnung {r} für den Abrechnungszeitraum {month:-30} über {eur:5-380}.

Der Betrag wird in den nächsten Tagen von Ihrem Konto abgebucht. Rechnungen und Zahlungsarten verwalten Sie unter https://accounts.hetzner.com/invoice.

Mit freundlichen Grüßen

Hetzner Online GmbH
Industriestr. 25
91710 Gunzenhausen

= mahnung-erste reminder de firm
Subject: Zahlungserinnerung zu Rechnung {r=digits:6}
Attach: Mahnung_{r}.pdf

Sehr geehrte Damen und Herren,

zu unserer Rechnung {r} vom {day:-45} über {eur:90-3200} konnten wir bis heute keinen Zahlungseingang feststellen. Sicher handelt es sich um ein Versehen. Bitte überweisen Sie den Betrag bis zum {day:10} auf das in der Rechnung genannte Konto.

Sollten Sie inzwischen gezahlt haben, betrachten Sie dieses Schreiben bitte als gegenstandslos.

Mit freundlichen Grüßen

{they}
Buchhaltung {firm}
Tel. {phone}

= dunning-final reminder en firm
Subject: FINAL NOTICE: overdue invoice {r=digits:6}
Attach: statement_{r}.pdf

Dear Sir or Madam,

Despite our letters of {day:-40} and {day:-20}, invoice {r} for {gbp:120-5600} remains unpaid. Unless we receive the full amount within 7 days of the date of this letter, we will pass the matter to our solicitors without further notice, and the costs of that will be added.

If there is a dispute about the invoice, please contact us at once on {phone}.

Yours faithfully,
{they}
Credit Control, {firm}

= invoice-reminder-friendly reminder en grid
Subject: Reminder: invoice {r=digits:5} is due {in 3 days|tomorrow|today}
Preheader: {eur:40-900}

# Hello {me.first},

a quick reminder that invoice {r} over {eur:40-900} is due on {day:3}. Click below to see and pay it by card, transfer or PayPal.

=> View invoice | https://app.{firm.domain}/i/{token:32}

Already paid? Then please ignore this message.

~ Sent for {firm} with its invoicing program. {street}, {city}

= bank-statement-ready bank en firmSystem
From: Woodgrove Bank <statements@woodgrovebank.com>
Subject: Your {month:-20} statement is ready

Dear customer,

Your statement for the account ending in {digits:4} is now available in online banking. For your security this message has no link to sign in: please type our address into your browser or use our app.

We will never ask for your password or your codes by email, text message or telephone.

Yours sincerely,
Woodgrove Bank

~ Woodgrove Bank is authorised by the Prudential Regulation Authority. This mailbox is not read. If you suspect fraud, call the number on the back of your card.

= bank-card-blocked bank en firmSystem
From: Woodgrove Bank <alerts@woodgrovebank.com>
Subject: Card alert: did you make this payment?

Dear {me},

We stopped a payment with your card ending in {digits:4} because it looked unusual.

| Merchant | {firm} |
| Amount | {usd:40-900} |
| Time | {day}, {time} |

Please open the Woodgrove app and answer **Yes** or **No**. If it was not you, your card is blocked at once and a new one sent to you.

~ You cannot answer this message. Woodgrove Bank, {street}, {city}

= ing-postbox bank de ing
Subject: Neue Nachricht in Ihrer Post-Box
Plain: none

# Guten Tag {me},

in Ihrer Post-Box liegt ein neues Dokument für Sie bereit: **Kontoauszug {month:-20}**.

Bitte melden Sie sich wie gewohnt im Internetbanking oder in der App an, um es zu lesen.

=> Zum Internetbanking | https://banking.ing.de/app/login?utm_source=service&utm_medium=email

~ ING-DiBa AG, Theodor-Heuss-Allee 2, 60486 Frankfurt am Main. Diese E-Mail wurde automatisch verschickt. Wir fragen Sie nie per E-Mail nach Zugangsdaten oder TAN.

= banca-estratto bank it firmSystem
From: Woodgrove Banca <comunicazioni@woodgrovebank.com>
Subject: Il tuo estratto conto è disponibile

Gentile cliente,

l'estratto conto di {month:-20} è disponibile nella tua area riservata, alla voce Documenti. Puoi accedere dall'app o digitando il nostro indirizzo nel browser.

Ti ricordiamo che la banca non chiede mai codici o password per e-mail, SMS o telefono.

Cordiali saluti
Il Servizio Clienti

= n26-transfer bank en n26
Subject: You received {eur:10-900} from {they} 💸
Preheader: Open the app to see it

# Money in!

Hi {me.first}, {they} just sent you {eur:10-900}. The reference was “{topic}”.

=> Open the app | https://n26.com/open-app?deeplink=number26%3A%2F%2Fmain%2Ftransactions%2F{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}

~ N26 Bank AG, Voltairestraße 8, 10179 Berlin

= wise-transfer-sent bank en wise
Subject: Your transfer to {they} is on its way (#{digits:9})

# Your money is on its way

Hi {me.first}, we have paid out {eur:50-2400} to {they}'s account. It should arrive by {weekday:1}.

=> See your transfer | https://wise.com/transactions/activities/by-resource/TRANSFER/{digits:9}?utm_source=email

| Membership number | P{digits:8} |
| Fee | {eur:1-9} |

~ You can't answer this email. [Help](https://wise.com/help/) · Wise Europe SA, Rue du Trône 100, 1050 Brussels

= hmrc-return-received government en hmrc
Subject: We have received your Self Assessment return
Plain: only

Dear {me},

Thank you for sending your Self Assessment tax return for {year}. We have received it.

You can see your calculation, and what is due by 31 January, in your personal tax account. Search for 'HMRC personal tax account' on GOV.UK to sign in.

For your security we do not include any link or attachment in this email, and never ask for personal or payment information by email or text.

From HMRC Self Assessment

= elster-bescheid government de elster
Subject: Benachrichtigung über die Bereitstellung von Bescheiddaten
Plain: only

Sehr geehrte Damen und Herren,

für Ihr Benutzerkonto liegt bei Mein ELSTER eine neue Nachricht vor.

Bitte melden Sie sich unter www.elster.de mit Ihrem Zertifikat an und öffnen Sie unter "Mein Postfach" die Nachricht. Aus Gründen des Datenschutzes wird ihr Inhalt nicht per E-Mail versandt.

Diese E-Mail wurde automatisch erzeugt. Bitte antworten Sie nicht.

Ihr ELSTER-Team

= impots-avis government fr impots
Subject: Votre avis d'impôt {year} est disponible dans votre espace particulier

Bonjour,

votre avis d'impôt sur les revenus est disponible dans votre espace particulier sur impots.gouv.fr, rubrique « Documents ».

Aucun numéro de carte bancaire ne vous est jamais demandé pour payer un impôt ou recevoir un remboursement.

Pour en savoir plus : [https://www.impots.gouv.fr](https://www.impots.gouv.fr)

La Direction générale des Finances publiques

~ Ce message est envoyé automatiquement, merci de ne pas y répondre.

= town-hall-appointment government en firmSystem
From: Citizens' Office {city} <appointments@bellowscollege.com>
Subject: Your appointment on {weekday:9} at {time}

Dear {me},

your appointment to collect an identity document is booked for {weekday:9} at {time}, counter {n:1-12}. Please bring your old document and a photograph.

If you cannot come, [cancel it here](https://www.bellowscollege.com/termine/cancel?id={hex:24}) so that someone else can have it.

= donation-thanks club en chimp
Subject: Thank you ❤️ {me.first}
Preheader: What your gift does

# Your gift matters

Dear {me.first},

thank you for your donation of {eur:10-200} on {day:-2}. It helps us to keep the night shelter open through the winter. Your receipt for the tax office is sent in February.

![Volunteers at the shelter](https://mcusercontent.com/{hex:25}/images/{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}.jpg)(https://www.{firm.domain}/stories/winter?utm_source=donors&utm_medium=email)

With thanks from all of us,
{they}, {firm}

~ You get this mail because you gave to us. [Preferences](https://www.{firm.domain}/preferences) | [Unsubscribe](https://www.{firm.domain}/unsubscribe) · {street}, {city} · Registered charity {digits:7}

= fatura-eletronica invoice pt firmSystem
Subject: A sua fatura de {month:-20} já está disponível
Attach: FT_{digits:9}.pdf

# Olá {me.first},

a sua fatura no valor de {eur:15-120} segue em anexo. O pagamento será feito por débito direto em {day:12}.

| N.º de cliente | {digits:9} |
| Data limite | {day:12} |

=> Ver fatura na área de cliente | https://www.{firm.domain}/cliente/faturas?src=email&id={hex:16}

~ Este e-mail é automático, por favor não responda. {firm}, {street}, {city}

= factura-luz invoice es firmSystem
Subject: Ya tienes disponible tu factura de {month:-20}
Preheader: Importe: {eur:30-190}

# Hola, {me.first}:

tu factura ya está disponible. Se cargará en tu cuenta el {day:7}, no tienes que hacer nada.

| Importe | {eur:30-190} |
| Periodo | {month:-20} |

=> Consultar factura | https://www.{firm.domain}/area-cliente/facturas/{digits:12}?utm_source=emailing&utm_medium=email&utm_campaign=factura

~ Si no deseas recibir más avisos, [date de baja](https://www.{firm.domain}/baja?id={hex:24}). {firm}, {street}, {city}

= ovh-renouvellement subscription fr ovh
Subject: [OVHcloud] Votre nom de domaine arrive bientôt à expiration
Plain: only

Bonjour,

Votre service arrive à expiration le {day:30} :

- contoso.fr (nom de domaine)

Pour éviter toute interruption, renouvelez-le depuis votre espace client :
https://www.ovh.com/manager/#/billing/autorenew?searchText=contoso.fr

Sans action de votre part, le service sera suspendu puis supprimé.

L'équipe OVHcloud
`;
