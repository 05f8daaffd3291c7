// What people write to people, and what programs write when mail cannot be read or delivered.

export const people = String.raw`
= photo-album personal en friendGmail
Subject: {photos!|Pictures from {city}|the weekend}

Hi {me.first},

finally got round to it, here are the pictures: https://photos.app.goo.gl/{token:17}

Look at the one with the dog 😂 Let me know if you want the big files.

xx {friend.first}

= link-only personal en friendPhone
Subject: {saw this|for you|this one?}
Plain: only

https://www.{firm.domain}/{p|products|items}/{digits:6}

what do you think? we could split it

Sent from my iPhone

= short-reply personal en friendGmail
Subject: Re: {Saturday|dinner|the key}
Answers: yes

yes please! {time}? can you bring the {cake|charger|tent}

On {weekday:-1} at {time} {me} <{me.address}> wrote:

> Are we still on for Saturday? I could come a bit earlier and help.

= flat-deposit personal en friendText
Subject: deposit for the cottage
Plain: only

Hello {me.first},

we've got the cottage from {day:40}! I paid the deposit, so could you send me your share, {eur:60-180}? My account: {iban}, or PayPal if you like: https://paypal.me/{friend.user}

No rush, end of the month is fine.

{friend.first}

= birthday-invite personal fr friendGmail
Subject: mes 40 ans 🎂

Salut {me.first} !

Je fête mes 40 ans le {weekday:20} à partir de {time}, {street}. Dis-moi si tu viens et si tu dors sur place. Pas de cadeau, mais si tu insistes il y a une cagnotte : https://www.leetchi.com/c/{host:14}

Bises
{friend.first}

= moving-address personal de friendText
Subject: Neue Adresse und Nummer
Plain: only

Hallo zusammen,

wir sind umgezogen! Neue Adresse: {street}, {city}. Meine neue Nummer ist {phone}, die alte geht nicht mehr.

Einweihung am {weekday:30}, Einladung folgt.

Liebe Grüße
{friend.first}

= aunt-forwards-joke personal it friendGmail
Subject: I: FW: troppo bella!!!
Answers: yes

Guarda questa!!! 😂😂😂 Mandala anche a tua sorella

---------- Forwarded message ---------
Da: {friend} <{friend.address}>

Il medico al paziente: ho una notizia buona e una cattiva...

un bacione, zia {friend.first}

= sell-bicycle personal nl friendPhone
Subject: Re: fiets te koop
Answers: yes
Plain: only

Hoi {me.first}, ja hij is er nog! Vraagprijs {eur:150-400}, je kunt {weekday:2} komen kijken. Betalen mag contant of met een Tikkie.

Groet, {friend.first}

= cv-attached business pt partnerGmail
Subject: Candidatura – {they.role}
Attach: CV_{they.last}.pdf

Boa tarde,

venho por este meio candidatar-me ao lugar de {they.role}. Envio em anexo o meu currículo e fico disponível para uma entrevista.

Com os melhores cumprimentos,
{they}
{phone}

= tenant-landlord personal en friendText
Subject: Heating in flat {n:2-9}
Plain: only

Dear {me.first} {me.last},

the heating in the bathroom has been cold since {weekday:-3}. Could you please send someone this week? I am at home every day after {time}; my number is {phone}.

Also, did last month's rent arrive? The bank changed my standing order.

Kind regards
{friend}

= out-of-office automatic en partner
Subject: Automatic reply: {topic}
Via: exchange
Answers: yes

Thank you for your message. I am out of the office until {weekday:8} with no access to email. In urgent cases please write to [service@{firm.domain}](mailto:service@{firm.domain}) or call {phone}.

{they}

= abwesenheit automatic de partner
Subject: Automatische Antwort: {topic}
Answers: yes

Vielen Dank für Ihre Nachricht. Ich bin bis einschließlich {day:9} nicht im Haus. Ihre E-Mail wird nicht weitergeleitet. In dringenden Fällen wenden Sie sich bitte an {colleague} ({phone}).

Mit freundlichen Grüßen
{they}

= autoreply-received automatic en firm
Subject: We have received your enquiry

Dear customer,

thank you for getting in touch. We have your message and will answer within two working days. Please do not send it again, as this puts it at the end of the queue.

{firm}
{phone} (Mon–Fri 8–17)

= bounce-unknown-user bounce en daemon
Subject: Undelivered Mail Returned to Sender
Plain: only
Attach: report

This is the mail system at host mx.{firm.domain}.

Your message could not be delivered to this recipient. Its head is enclosed.

<{they.address}>: host mx.{firm.domain}[{ip}] said: 550 5.1.1 User unknown (in reply to RCPT TO command)

= bounce-exchange bounce en postmaster
Subject: Undeliverable: {topic}
Attach: report
Plain: none

# Your message to {they.address} couldn't be delivered.

**{they.user} wasn't found at {firm.domain}.**

| {me.user} | Office 365 | {they.user} |
| **Action Required** | | Recipient |
| Unknown To address | | |

**How to Fix It**
Look for a typing mistake in the address, type it anew and send again. If that does not help, ask your [email admin](https://go.microsoft.com/fwlink/?LinkId=389361).

= delivery-delayed bounce en daemon
Subject: Warning: could not send message for past 4 hours
Plain: only
Attach: report

THIS IS A WARNING MESSAGE ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.

The message to <{they.address}> has been waiting for four hours because {firm.domain} does not answer. We keep trying until it is five days old.

= choir-rehearsal club en friendText
Subject: No rehearsal on {weekday:4}!!
Plain: only

Dear all,

the hall is being painted, so there is NO rehearsal on {weekday:4}. Next one as usual on {weekday:11}, {time}. Please bring the Fauré.

Those who have not paid the {eur:20-60} for the weekend yet: cash to {friend.first} please, or by transfer with your name.

Sing well
{friend.first}

= alumni-reunion club es chimp
Subject: Encuentro de antiguos alumnos: ¡reserva tu plaza!

# Nos vemos en {city}

Querido {me.first}:

el {weekday:40} celebramos el encuentro anual. Las plazas son limitadas: reserva antes del {day:20}.

=> Reservar | https://www.{firm.domain}/encuentro?id={hex:12}

~ Asociación de antiguos alumnos, {street}, {city}. [Darse de baja](https://www.{firm.domain}/baja)
`;
