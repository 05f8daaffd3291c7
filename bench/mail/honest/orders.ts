// What shops, carriers, travel firms and organisers write about what was ordered.

export const orders = String.raw`
= shop-order-confirmed receipt en shop
Subject: {Order #{o=digits:5} confirmed|Thank you for your order #{o=digits:5} 🎉|We've got your order! (#{o=digits:5})}
Preheader: We'll let you know when it ships

# Thank you, {me.first}!

We have your order and are getting it ready. You will hear from us again once it is on its way.

=> View your order | https://www.{firm.domain}/{digits:11}/orders/{hex:32}/authenticate?key={hex:32}

or [visit our shop](https://www.{firm.domain})

![{product}](https://cdn.shopify.com/s/files/1/{digits:4}/{digits:4}/products/{host:12}_compact_cropped.jpg?v={digits:10})

| {product} × {n:1-3} | {p=gbp:19-240} |
| Subtotal | {p} |
| Delivery | {gbp:3-9} |
| **Total** | **{gbp:30-260}** |

**Delivery address**
{me}
{street}, {city}

~ If you have any questions, answer this email or write to [hello@{firm.domain}](mailto:hello@{firm.domain})

= shop-shipped parcel en shop
Subject: A shipment from order #{o=digits:5} is on the way
Preheader: Track it here

# Your order is on the way

Click below to see where your parcel is. It may take a day until the carrier shows anything.

=> Track your parcel | https://www.{firm.domain}/{digits:11}/orders/{hex:32}/track?carrier={ups|dpd|evri}&number=1Z{caps:16}

{UPS|DPD|Evri} tracking number: 1Z{caps:16}

| {product} | × 1 |

~ Questions? Answer this email.

= ups-delivery-scheduled parcel en ups
Subject: UPS Update: Package Scheduled for Delivery {weekday:1}
Preheader: From {firm}

# Hi, your package arrives {weekday:1}

| Estimated delivery | {weekday:1}, {n:9-12}:00 - {n:13-18}:00 |
| Tracking number | [1Z{t=caps:16}](https://wwwapps.ups.com/WebTracking/processRequest?HTMLVersion=5.0&Requester=NES&AgreeToTermsAndConditions=yes&loc=en_GB&tracknum=1Z{t=caps:16}) |
| From | {firm.short} |
| Ship to | {city} |
| Service | UPS Standard |

=> Change my delivery | https://www.ups.com/track?loc=en_GB&tracknum=1Z{t=caps:16}&requester=NS/trackdetails

Not going to be at home? Have it held at a UPS Access Point, free of charge.

~ © {year} United Parcel Service of America, Inc. UPS and the UPS brandmark are trademarks of United Parcel Service. Please do not answer this email; nobody reads this mailbox. [Privacy](https://www.ups.com/gb/en/support/shipping-support/legal-terms-conditions/privacy-notice.page)

= dhl-zustellung parcel de dhl
Subject: Ihr DHL Paket von {firm} kommt {morgen|heute}.
Preheader: Sendungsnummer {s=digits:20}

# Ihr Paket ist bald da

Guten Tag {me},

Ihr Paket von **{firm}** wird voraussichtlich am {weekday:1} zwischen {n:9-12}:30 und {n:13-17}:00 Uhr zugestellt.

=> Sendung verfolgen | https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?lang=de&idc={s}&rfn={token:8}&utm_source=email&utm_campaign=ankuendigung

Nicht zu Hause? Wählen Sie einen [Ablageort](https://www.dhl.de/de/privatkunden/kundenkonto/ablageort.html?idc={s}) oder einen Nachbarn.

~ Bitte antworten Sie nicht auf diese E-Mail. Hinweise zu gefälschten E-Mails: [dhl.de/sicherheit](https://www.dhl.de/de/privatkunden/hilfe-kundenservice/sicherheit.html)
Deutsche Post AG, Charles-de-Gaulle-Straße 20, 53113 Bonn

= dhl-customs-duties parcel en dhlExpress
Subject: DHL On Demand Delivery - duties and taxes for shipment {s=digits:10}
Plain: none

# Duties and taxes are due

Your DHL Express shipment {s=digits:10} from {firm} has arrived in the country. Before it is delivered, an amount of {eur:12-90} for duties, VAT and handling has to be paid. Click the button to pay online now, or in cash to the courier.

=> Pay now | https://delivery.dhl.com/waybill.xhtml?ctrycode=DE&awb={s}&token={hex:32}

| Waybill | {s} |
| Content | {product} |
| Estimated delivery | {weekday:2} |

You can check this shipment with its number at [www.dhl.com](https://www.dhl.com/en/express/tracking.html?AWB={s}).

~ This is an automated message. DHL Express

= amazon-versand parcel de amazonDe
Subject: Versandt: "{product}..."

Hallo {me.first},

dein Paket ist unterwegs.

| Zustellung | {weekday:2} |
| Bestellung | {digits:3}-{digits:7}-{digits:7} |

=> Lieferung verfolgen | https://www.amazon.de/gp/r.html?C={caps:14}&K={caps:13}&M=urn:rtn:msg:{stamp}{hex:32}&R={caps:13}&T=C&U=https%3A%2F%2Fwww.amazon.de%2Fprogress-tracker%2Fpackage%2F{digits:12}&H={caps:28}

![{product}](https://m.media-amazon.com/images/I/{token:11}._AC_SL120_.jpg)

| Summe | {eur:10-180} |

~ Diese E-Mail-Adresse kann keine Antworten empfangen. Amazon EU S.à r.l., 38 avenue John F. Kennedy, L-1855 Luxemburg

= zalando-ruecksendung receipt de zalando
Subject: Deine Rücksendung ist angekommen – {eur:20-140} sind unterwegs zu dir
Preheader: Die Erstattung dauert 3 bis 5 Tage

# Wir haben deine Rücksendung

Hallo {me.first},

deine Artikel sind bei uns. Das Geld schicken wir über die Zahlungsart zurück, mit der du bezahlt hast.

| {product} | {eur:20-140} |
| Bestellnummer | {digits:14} |

=> Zu deinen Bestellungen | https://www.zalando.de/myaccount/order-detail/{digits:14}/?wmc=SRV_TM_RET_DE_{digits:4}&wt_cd={host:12}

~ Zalando SE, Valeska-Gert-Straße 5, 10243 Berlin. [Datenschutz](https://www.zalando.de/zalando-datenschutz/)

= bestelling-bevestigd receipt nl shop
Subject: Bedankt voor je bestelling {o=digits:6}

# Gelukt, {me.first}!

We hebben je bestelling ontvangen en pakken haar zo in. Vóór 23:59 besteld is morgen in huis.

| {product} | {eur:15-160} |
| Verzendkosten | {eur:0-7} |

=> Bekijk je bestelling | https://www.{firm.domain}/account/bestellingen/{o}?t={token:32}

Vragen? Onze klantenservice zit klaar op werkdagen van 9 tot 17 uur: {phone}.

~ {firm} · {street} · {city} · KvK {digits:8}

= ebay-outbid receipt en ebay
Subject: You've been outbid: {product}
Preheader: There is still time to bid again

# Don't let it get away, {me.first}

Somebody has bid more than you. The auction ends in {n:1-9}h {n:2-58}m.

![{product}](https://i.ebayimg.com/images/g/{token:12}/s-l300.jpg)(https://www.ebay.co.uk/itm/{digits:12}?mkevt=1&mkpid=0&emsid=e11001.m43.l1123&mkcid=7&ch=osgood&euid={hex:32}&bu={digits:11}&osub=-1%7E1&crd={stamp}&segname=11001)

| Current bid | {gbp:10-200} |
| Your maximum | {gbp:5-150} |

=> Bid again | https://www.ebay.co.uk/itm/{digits:12}?mkevt=1&mkpid=0&emsid=e11001.m43.l1123&mkcid=7&ch=osgood&euid={hex:32}

~ eBay sent this to {me.user}. Learn how to tell [genuine eBay email](https://www.ebay.co.uk/help/account/protecting-account/recognising-spoof-phishing-emails?id=4195). eBay (UK) Limited, 1 More London Place, London, SE1 2AF

= restaurant-table ticket en grid
Subject: {Your table at {firm}, {weekday:3}|Reservation confirmed}

# See you on {weekday:3}

{me.first}, your table for {n:2-6} is booked at {time}.

| Name | {me} |
| When | {weekday:3}, {time} |
| Where | {street}, {city} |

=> Change or cancel | https://app.{firm.domain}/r/{token:22}

Please tell us by noon on the day if plans change, as we keep a waiting list.

~ {firm}, {phone}

= eventbrite-order ticket en eventbrite
Subject: Order confirmation for {topic} meetup
Preheader: Your tickets are attached
Attach: {digits:10}-Ticket.pdf

# {me.first}, you've got tickets!

Your tickets come with this mail as a PDF; show them on paper or on your phone.

| Event | {topic} meetup |
| Date | {weekday:20}, {time} |
| Place | {firm}, {city} |
| Order | #{digits:10} - {month} |

=> View and manage your order | https://www.eventbrite.co.uk/mytickets/{digits:10}?utm_campaign=order_confirm&utm_medium=email&ref=eemailordconf&utm_source=eventbrite&utm_term=manageorder

~ This email was sent to {me.address}. Eventbrite | 95 Third Street, 2nd Floor, San Francisco, CA 94103

= concert-tickets ticket en firmSystem
Subject: Your e-tickets for {weekday:30}
Attach: eticket-{digits:8}.pdf
Plain: none

# Here are your tickets

Hi {me.first}, please find your {n:1-4} tickets attached. Every ticket has its own code and is let in once, so do not post pictures of it.

| Order | {caps:8} |
| Doors | {time} |
| Paid | {eur:24-180} |

=> Add to wallet | https://www.{firm.domain}/orders/{caps:8}/wallet?sig={hex:40}

~ {firm}, {street}, {city}. Tickets are not refunded, but may be resold at face value on our site.

= booking-confirmed travel en booking
Subject: 🛄 Thanks! Your booking is confirmed at {Hotel|Guesthouse|Apartment} {they.last}
Preheader: {city}, {weekday:20}

# Your booking in {c=city} is confirmed

Booking number: **{digits:10}**
PIN code: **{digits:4}** (confidential)

![](https://cf.bstatic.com/xdata/images/hotel/max500/{digits:9}.jpg?k={hex:64}&o=)(https://secure.booking.com/confirmation.en-gb.html?aid=304142;bn={digits:10};pincode={digits:4})

| Check-in | {weekday:20} (from 15:00) |
| Check-out | {weekday:23} (until 11:00) |
| You booked | 3 nights, 1 room |
| Price | {eur:180-640} |
| Free cancellation until | {day:18} |

=> Make changes to your booking | https://secure.booking.com/mybooking.en-gb.html?aid=304142;auth_key={token:22};source=conf_email;pbsource=conf_email_modify

**Message from the property:** we will never ask for your card number by phone, text or email.

~ Copyright © 1996–{year} Booking.com. This email was sent by Booking.com, Oosterdokskade 163, 1011 DL, Amsterdam, Netherlands. [Privacy](https://www.booking.com/content/privacy.en-gb.html)

= airbnb-reservation travel en airbnb
Subject: Reservation confirmed for {c=city}
Preheader: {they.first} is your host

# You're going to {c}!

{they.first} has accepted your request for {weekday:40}, four nights. Get ready for your trip.

=> View full itinerary | https://www.airbnb.com/trips/v1/reservation-details/ro/RESERVATION2_CHECKIN/{caps:10}?c=.pi80.pk{token:40}&euid={hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}

| Total (EUR) | {eur:200-900} |
| Next payment | {day:10} |

Always pay and talk through Airbnb. If someone asks you to pay elsewhere, tell us.

~ Airbnb Ireland UC, 8 Hanover Quay, Dublin 2, Ireland

= bahn-ticket travel de bahn
Subject: Buchungsbestätigung (Auftrag {digits:12})
Attach: Ticket_{digits:12}.pdf
Plain: only

Guten Tag {me},

vielen Dank für Ihre Buchung. Ihr Online-Ticket finden Sie im Anhang dieser E-Mail.

Auftragsnummer: {digits:12}
Reise: {city} - {city}, {weekday:9}
Betrag: {eur:19-140}

Bitte zeigen Sie das Ticket auf Ihrem Gerät oder als Ausdruck vor. Sie finden es auch in der App DB Navigator und unter https://www.bahn.de/buchung/reisen.

Diese E-Mail wurde automatisch erzeugt, bitte antworten Sie nicht darauf.

Ihr Team von bahn.de
DB Fernverkehr AG, Europa-Allee 78-84, 60486 Frankfurt am Main

= sncf-billet travel fr sncf
Subject: Confirmation de votre commande {caps:6} - {c=city}
Attach: e-billet_{caps:6}.pdf

# Votre voyage est confirmé

Bonjour {me},

votre e-billet pour {c} est joint à ce message. Pensez à une pièce d'identité : elle peut être demandée à bord.

| Départ | {weekday:12}, {time} |
| Référence | {caps:6} |
| Montant | {eur:19-130} |

=> Voir mon voyage | https://www.sncf-connect.com/app/trips?pnr={caps:6}&name={me.last}&utm_source=email&utm_medium=transactional

~ Message envoyé automatiquement, merci de ne pas y répondre. SNCF Connect & Tech, 2 place de la Défense, 92800 Puteaux

= uber-receipt receipt en uber
Subject: Your {weekday:-1} {morning|afternoon|evening} trip with Uber
Plain: none

| Total | **{gbp:7-42}** |

# Thanks for riding, {me.first}

Here is what your trip cost.

| Trip fare | {gbp:5-38} |
| Booking fee | {gbp:1-3} |
| Visa ••••{digits:4} | {gbp:7-42} |

![Map of the route](https://static-maps.uber.com/map?width=600&height=300&marker={token:40})

[Download PDF](https://riders.uber.com/trips/{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}/receipt?contentType=PDF) · [Report lost item](https://help.uber.com/riders/section/lost-items)

~ Uber London Limited, First Floor, 1 Aldgate Tower, 2 Leman Street, London E1 8FA

= airline-check-in-open travel en braze
Subject: ✈️ Check-in is open for {c=city}
Preheader: Flight leaves {weekday:1}

# Time to check in

Your flight to **{c}** leaves on {weekday:1} at {time}. Check in now and pick your seat.

=> CHECK IN | https://www.{firm.domain}/checkin?pnr={caps:6}&surname={me.last}&lang=en&utm_source=crm&utm_medium=email&utm_campaign=olci_{iso}

| Booking reference | {caps:6} |
| Bags | 1 cabin bag, 1 × 23 kg |

![Upgrade to extra legroom](https://cdn.braze.eu/appboy/communication/assets/image_assets/images/{hex:24}/original.jpg?{digits:10})(https://www.{firm.domain}/extras?pnr={caps:6})

~ This is a service email about your trip. {firm}, {street}, {city}
`;
