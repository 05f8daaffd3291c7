// Calls, work, sales, pressure of superiors, and ordinary mail between people.

import { templatesOf } from './template.ts';

export const people = templatesOf(
  'people',
  String.raw`
= en callback file : {Your subscription has been renewed|Order confirmation {number}|Invoice {number}}
Dear customer, thank you for your purchase. Your Norton 360 subscription has been auto renewed for one year and {charge} will be debited from your account today. If you did not authorize this transaction or wish to cancel, call our billing team within {hours} at {phone}. Invoice {number}.
= en callback - : {Geek Squad renewal|Payment receipt|Thank you for your order}
Your annual protection plan has been renewed. Amount charged: {charge}. The charge will appear on your statement in 24 hours. To cancel the order and claim a refund contact our customer support: {phone} (toll free).
= en callback - : {PayPal invoice|Transaction alert}
You sent a payment of {charge} to a crypto exchange. If you did not make this payment, call us immediately on our helpline {phone} to stop the transaction. Customer care
= en callback - : {Your computer is infected|Microsoft support alert}
We found a virus on your device and your computer has been locked. Do not switch it off. Call support now: {phone}. Our technicians will help you by remote desktop.
= en callback - : Your bank: suspicious charge
We noticed a suspicious charge of {charge} on your card. Please call our fraud team right away at {phone} and have your card number ready.
= en callback - : Final notice: {tax|social security}
This is to inform you that legal action has been filed against you. Call the officer at {phone} immediately to avoid arrest.
= de callback - : {Ihr Abonnement wurde verlängert|Rechnung {number}}
Ihr Abo wurde automatisch verlängert, der Betrag von {euros} wird heute abgebucht. Wenn Sie nicht bestellt haben, rufen Sie uns sofort unter der Nummer {phoneEu} an, um zu stornieren.
= fr callback - : {Renouvellement de votre abonnement|Facture {number}}
Votre abonnement a été renouvelé et {euros} seront débités aujourd'hui. Pour annuler, appelez immédiatement notre service client au {phoneEu}.
= es callback - : {Suscripción renovada|Factura {number}}
Su suscripción ha sido renovada y se cobrarán {euros} hoy. Si no reconoce el cargo, llame inmediatamente al número gratuito {phoneEu} para cancelar.
= it callback - : {Abbonamento rinnovato|Fattura {number}}
Il tuo abbonamento è stato rinnovato e {euros} saranno addebitati oggi. Se non riconosci l'addebito chiama subito il numero verde {phoneEu} per annullare.
= pt callback - : {Compra aprovada|Assinatura renovada}
Compra aprovada no valor de {euros}. Se você não reconhece esta transação, ligue imediatamente para a central 0800 555 0199 para cancelar.
= nl callback - : Abonnement verlengd
Uw abonnement is verlengd, {euros} wordt vandaag afgeschreven. Als u dit niet heeft besteld, bel direct ons nummer {phoneEu} om te annuleren.
= en - links : Your subscription renews on {date}
Hi {first}, your plan renews on {date} for {small}. No action is required. You can cancel at any time in your account settings. Receipt attached to your account. Unsubscribe from reminders.
= en - - : {Call me|Quick call tomorrow?}
Hi {first}, could you call me tomorrow about the {slides|project|contract draft}? My number is {phoneEu}. Thanks, {name}
= en - - : Support ticket {number}
Hello {name}, thank you for contacting us. We replaced the cable and closed the ticket. If the problem comes back reply to this mail or call the service desk at {phoneEu}. Regards, {first}
= en - - : Tech support scams
Criminals pretend to be from a software company and ask people to call a number because of a renewal or a virus. Victims gave them remote access and lost money. Never call the number. Report it.
= en job - : {Part time job|Work from home opportunity|Job offer}
Hello, we are hiring {remote assistants|payment agents|mystery shoppers}. No experience required, flexible hours, you can earn {wage}. Work from home {2-3|1-2} hours a day. To apply reply with your full name, address, phone number and age, or text us on WhatsApp.
= en job - : {Your resume|Position available|We reviewed your profile}
Dear applicant, I came across your resume on a job site and you have been shortlisted for the position of {personal assistant|data entry clerk|payroll clerk}. Salary is {wage}. The interview is held by Telegram. Send your details to my private email.
= en job - : Administrative assistant needed
I am a {professor|doctor} and need a personal assistant to run errands, buy gifts and pay bills for me. You will be paid {wage}. This is a flexible part time job. Contact me with your cell number and personal email.
= en job link : {Data entry|Like videos} and earn
Earn money from home by rating videos. {wage} guaranteed, daily payout, no investment. Join our Telegram group now. Limited positions.
= en job - : {Payment processor|Regional representative} position
Our company is looking for a representative in your country to receive payments from our customers. You keep 10% of each transaction as commission. No start up costs. Reply for more information.
= de job - : {Nebenjob|Stellenangebot} von zu Hause
Wir suchen Mitarbeiter für Heimarbeit. Keine Erfahrung nötig, flexible Arbeitszeiten, Sie verdienen bis zu 3000 Euro im Monat. Bewerben Sie sich mit Name und Handynummer per WhatsApp.
= fr job - : Offre d'emploi à domicile
Nous recherchons des agents pour un travail à domicile, sans expérience, horaires flexibles. Vous gagnez 2500 euros par mois. Envoyez-nous votre nom, adresse et numéro de téléphone.
= es job - : Oferta de trabajo desde casa
Buscamos personas para trabajo desde casa, sin experiencia, horario flexible, gane 500 dólares por semana. Envíe sus datos por WhatsApp.
= it job - : Offerta di lavoro da casa
Cerchiamo collaboratori per un lavoro da casa, senza esperienza, orario flessibile, guadagni 2000 euro al mese. Invia i tuoi dati su WhatsApp.
= pt job - : {Vaga de emprego|Renda extra em casa}
Estamos contratando! Trabalho em casa, sem experiência, horário flexível, ganhe 300 reais por dia. Envie seu nome e número pelo WhatsApp ou Telegram.
= nl job - : Thuiswerk vacature
Wij zoeken medewerkers voor thuiswerk, geen ervaring nodig, flexibele uren, verdien 2000 euro per maand. Stuur je gegevens via WhatsApp.
= en - file : Application for the position of engineer
Dear Ms {name}, thank you for the interview on {day}. As discussed I attach my references. I look forward to hearing from you. Kind regards, {name}
= en - links : {Jobs of the week|New openings at {company}}
Our careers page lists five new vacancies this week: engineer in Porto, accountant in Bern. Apply on the careers page as usual. You receive this because you subscribed. Unsubscribe.
= en - - : Interview on {day}
Hi {first}, the candidate comes at 10. Her CV is in the folder. You take the technical part, I take the rest. See you tomorrow, {name}
= en solicitation links : {Special offer|50% off|Best price} today only
Buy now and save! Cheap {pills|watches|software|viagra}, best prices guaranteed, free shipping, money back guarantee. Order now, limited time offer. Click here. To be removed from our list click here.
= en solicitation - : {Rank on the first page|Website proposal}
Hi, I was looking at your website and found some errors. We are a leading SEO agency and can bring you to the first page of Google, increase traffic and leads. Would you be interested in a quick call? Let me know and I will send you our prices. Regards
= en solicitation - : {Business proposal|Dear friend|Confidential}
I am {Mrs|Dr|Barrister} {name}, a widow dying of cancer. My late husband left the sum of 12.5 million dollars in a bank. I need an honest person to transfer the fund to your country for charity; you will have 40% of the money. Reply with your full name, address and phone number to my private email. Keep this confidential.
= en solicitation - : {URGENT ASSISTANCE|Confidential business proposal|Treat as urgent}
Dear Sir, I am the director of operations of the central bank. I need your urgent assistance in a confidential business: the transfer of 18.5 million US dollars of a deceased client into your account for mutual benefit. You will have 30% of the sum. Keep this transaction secret. Reply immediately with your phone number, address and bank details.
= en solicitation - : {ATTENTION BENEFICIARY|Your fund|Compensation payment}
Attention: your compensation fund of 2.5 million dollars was approved by the president and the United Nations. Contact the diplomatic agent {name} by email or text at {phone} with your full name, address and cell phone number so that the payment can be released. A fee for the ATM card applies. Urgent.
= en solicitation - : {Toner for less|Conference calls|Extended warranty}
Save big on toner and cartridges! Call toll free {phone} to order now. 30 day money back guarantee, free shipping, limited time offer. To be removed from our list call or click here.
= en solicitation - : {Donation to you|Grant award|You won}
You are the lucky winner of a donation of 2 million dollars by a philanthropist. Contact the claims agent to claim your fund with your name, country, age and occupation.
= en solicitation link : {Low rate loan|Pre-approved|Refinance now}
Need cash? Bad credit is ok. You are pre approved for a loan up to {sum} at a low interest rate. No obligation, free quote, apply in a minute.
= en solicitation links : {Make money fast|Financial freedom|Be your own boss}
Make thousands every week working from home! This system is guaranteed and risk free. Anyone can do it. Be your own boss, quit your job. Order the free report today. Unsubscribe here.
= en solicitation link : {Meet singles|Hot girls in your area}
Lonely tonight? Sexy singles near you want to meet. Free adult dating, join now, xxx webcam girls.
= en solicitation link : {Ukrainian brides|Your perfect match|I am looking for a lover}
Beautiful russian women are waiting for you. Want to meet hot women tonight? Chat with naughty local girls, your profile is approved. Join free.
= de solicitation link : {Suchst du Dates?|Traumfrau gesucht|Einsame Frauen warten}
Ukrainische Frauen möchten dich kennenlernen. Flirten, sexy Singles treffen, intim werden. Klick hier und melde dich kostenlos an. Abmelden
= nl solicitation link : {Ontmoet vrouwen|Kom in contact}
Oekraïense vrouwen wachten op je. Ontmoet singles bij jou in de buurt, dating zonder verplichtingen. Klik hier. Uitschrijven
= en solicitation link : {Melt belly fat|Joint pain gone|Grow your hair back|White teeth}
Doctors are stunned by this morning ritual. This supplement restores joint health, burns fat and stops hair loss in weeks. Watch the video and order today with a discount. Unsubscribe
= de solicitation link : {Abnehmen ohne Diät|Haarausfall stoppen|Weihnachtsangebot}
Gewichtsverlust in zwei Wochen: 70% Rabatt, nur heute. Jetzt bestellen und sparen. Hier klicken. Abmelden
= en solicitation link : {Lower your electric bill|Free solar quote|Cheaper car insurance}
Homeowners save money with solar panels, zero out of pocket. Compare quotes for auto insurance and home warranty in a minute. Get your free quote now. Unsubscribe
= en phishing,solicitation link : {Final notice|2nd attempt|Expiring soon}: your {garden chair|bicycle|blender} reward
You are our lucky winner! Your exclusive reward is waiting: a {garden chair|bicycle|blender}. Answer the short survey and confirm your shipping. Offer ends today. Unsubscribe
= nl phishing,solicitation link : {Gefeliciteerd!|U bent geselecteerd}
U bent de winnaar van een gratis cadeau. Vul de korte enquête in en claim uw prijs vandaag. Klik hier. Uitschrijven
= pt solicitation link : {Passagens aéreas com desconto|Cartão aprovado|Sua cotação chegou}
Oferta exclusiva: até 50% de desconto, cartão de crédito sem anuidade e plano de saúde com o melhor preço. Aproveite, clique aqui. Descadastrar
= fr phishing,solicitation link : {Félicitations|Récompense VIP}
Vous êtes l'heureux gagnant d'un cadeau exclusif. Répondez au sondage et réclamez votre récompense aujourd'hui. Cliquez ici. Se désabonner
= es phishing,solicitation link : {Felicidades|Premio pendiente}
Ha sido seleccionado: es el ganador de un premio exclusivo. Responda la encuesta y reclame su regalo hoy. Haga clic aquí.
= en solicitation - : {Attendee list|Email list of your target}
Hi, would you be interested in acquiring the attendee list of the trade show? It includes email addresses and phone numbers. Let me know your target and I will get back with counts and pricing. {first}, marketing executive
= en solicitation - : {Follow up|Quick question}
Hi {first}, I wanted to reach out and see if you had a chance to read my previous email. We help companies like {company} to boost revenue by lead generation. Are you open to a 15 minute call next week? If not interested, let me know.
= en solicitation - : {Manufacturer of valves|Cooperation}
Dear sir, we are a professional manufacturer of valves in the far east with best prices and factory direct supply. Catalogue on request, free samples. Looking forward to your inquiry.
= en solicitation link : {Hot stock|Crypto profit}
This penny stock will explode on {day}. Strong buy, investors made 400% profit. Invest now and double your money with our trading platform, guaranteed returns.
= de solicitation links : {Sonderangebot|Nur heute}
Jetzt kaufen und sparen: Rabatt 70%, kostenloser Versand, unschlagbare Preise. Potenzmittel ohne Rezept. Hier bestellen. Abmelden
= fr solicitation links : {Offre spéciale|Promotion exclusive}
Profitez de notre promotion exclusive, livraison gratuite, meilleurs prix. Achetez maintenant. Se désabonner
= es solicitation links : {Oferta especial|Gana dinero}
Aproveche nuestra oferta exclusiva, descuento del 70%, envío gratis. Compre ahora. También puede ganar dinero desde casa. Darse de baja
= it solicitation links : {Offerta speciale|Sconto esclusivo}
Approfitta della nostra promozione esclusiva, sconto 70%, spedizione gratuita. Acquista ora. Disiscriviti
= pt solicitation links : {Oferta imperdível|Empréstimo aprovado}
Aproveite: desconto de 70%, frete grátis, compre agora. Empréstimo com a menor taxa de juros, crédito aprovado na hora. Descadastrar
= nl solicitation links : {Aanbieding|Exclusieve korting}
Profiteer van onze aanbieding: 70% korting, gratis verzending, bestel nu. Leningen met lage rente. Uitschrijven
= fr solicitation - : {Don de fonds|Bonjour cher ami}
Je suis une veuve malade et je veux faire un don de 850 000 euros à une personne honnête pour des œuvres de charité. Répondez à mon adresse privée avec votre nom et numéro.
= en authority - : {Quick question|Are you at your desk?|Urgent|Hi {first}}
{first}, are you available? I need you to {handle|complete} a {quick task|task} for me. I'm in a meeting and can't talk, {send me your cell number|just reply to this email}. 
{name}
{CEO|Managing Director|Director}
= en authority - : {Urgent request|Request}
Hi {first}, let me have your personal mobile number, I need you to do something for me discreetly. I am going into a conference and can only text. Regards, {name}, President
= en authority,paymentChange - : {Task|Payment matter}
I want you to take care of a pending vendor payment this morning. Do you have a minute? I can't take calls now. Email me back as soon as you get this. {name}, Chief Executive Officer. Sent from my iPad
= en authority,credentials,phishing link : All staff must {comply|update} 
This is a directive from the IT department to all employees. You must verify your account on the new portal by close of business. Employees who fail to comply will be reported to management and lose access. Click here. System administrator
= en authority file : Employee {handbook|policy acknowledgment}
To all staff: HR requires that you review and sign the attached updated policy immediately. Failure to do so will lead to disciplinary action. Human resources department
= en authority - : Legal matter
Counsel asked me to contact you directly. This is highly confidential and you must not discuss it with anyone. Send me the list of all employees with their tax forms and salaries by today. {name}, CFO
= de authority - : {Dringend|Kurze Frage|Sind Sie im Büro?}
Hallo {first}, sind Sie gerade verfügbar? Ich brauche Ihre Hilfe bei einer dringenden Aufgabe. Ich bin in einer Besprechung und kann nicht telefonieren. Bitte antworten Sie nur per E-Mail und teilen Sie mir Ihre Handynummer mit. {name}, Geschäftsführer
= fr authority - : {Urgent|Êtes-vous disponible ?}
Bonjour {first}, êtes-vous disponible ? J'ai besoin de vous pour une tâche urgente et confidentielle. Je suis en réunion et ne peux pas parler, envoyez-moi votre numéro de portable. {name}, directeur général
= es authority - : {Urgente|¿Está disponible?}
Hola {first}, ¿está disponible? Necesito que haga una tarea urgente y confidencial. Estoy en una reunión y no puedo hablar, envíeme su número de celular. {name}, director general
= it authority - : {Urgente|Sei disponibile?}
Ciao {first}, sei disponibile? Ho bisogno di un favore urgente e riservato. Sono in riunione e non posso parlare, mandami il tuo numero di cellulare. {name}, amministratore delegato
= pt authority - : {Urgente|Você está disponível?}
Olá {first}, você está disponível? Preciso de um favor urgente e confidencial. Estou em reunião e não posso falar, me envie seu número de celular. {name}, diretor
= nl authority - : {Dringend|Ben je beschikbaar?}
Hallo {first}, ben je beschikbaar? Ik heb je hulp nodig bij een dringende taak. Ik zit in een vergadering en kan niet bellen, stuur me je mobiele nummer. {name}, directeur
= en - - : {Lunch?|Meeting moved|Are you coming?}
Hi {first}, are you free on {day}? The meeting moved to 3pm. I'm in a conference until noon, talk later. {name}
= en - quoted : Re: {draft|slides|budget}
Looks good to me. Two comments: the budget on page 3 is from last quarter, and please add the milestones. Can you send me the new version by {day}? Thanks, {first}
= en - - : {Please review|Small favour}: figures for the quarter
Hi {first}, could you have a look at the spreadsheet before the review on {day}? No hurry. As discussed I changed the second sheet. Best, {name}
= en - - : {Out of office|Automatic reply}
I am out of the office until {day} and cannot answer calls. In urgent matters contact {name}. Best regards
= en - quoted : [dev] Re: {build fails|patch for the parser}
On Tue, {name} wrote:
The patch works for me with version 2.3. The bug was in the function that reads the header. I will commit it to cvs tonight. Does anybody else see the crash on linux? 
Cheers, {first}
= en - links : [list] {Digest|News of the week}
Today's headlines: an open source project released version 4, researchers published a report on batteries, markets fell. Read the story. To unsubscribe from this list visit the list page.
= en - - : Board minutes
As chairman I thank you for coming. The minutes of the board meeting are in the folder. The CEO presented the quarterly figures. Next meeting on {date}. {name}
= en - - : {Family news|Photos of the trip}
Hi {first}, thanks for the pictures! The kids loved the beach. We come over next week, shall I bring the cake? Love, {name}
= de - quoted : AW: {Termin|Entwurf}
Hallo {first}, danke, passt für mich. Am {day} bin ich unterwegs, ab Mittag wieder erreichbar. Den Entwurf schaue ich mir heute Abend an. Viele Grüße {name}
= fr - quoted : RE: {réunion|projet}
Bonjour {first}, d'accord pour jeudi. Je vous envoie le compte rendu de la réunion demain. Bonne journée, {name}
= es - quoted : RE: {reunión|proyecto}
Hola {first}, de acuerdo, nos vemos el jueves. Te mando el borrador mañana. Un saludo, {name}
= it - quoted : R: {riunione|progetto}
Ciao {first}, va bene per giovedì. Ti mando il verbale domani. Un saluto, {name}
= pt - quoted : RES: {reunião|projeto}
Olá {first}, combinado para quinta-feira. Envio a ata amanhã. Um abraço, {name}
= nl - quoted : RE: {vergadering|project}
Hoi {first}, prima, donderdag komt mij goed uit. Ik stuur de notulen morgen. Groet, {name}
= en - - : {Minutes|Notes}
{Thanks for the notes|Received, thanks}. {first}
= en - file : {Scan|Photo} from {day}
Here is the {scan|photo} you asked for. {first}
= en - links : {Conference|Webinar} invitation
Join us on {date} for a day of talks on data engineering. The programme is online, early bird tickets until the end of the month. Register on our site. Unsubscribe
= en - - : Sale of my bike
Hello all, I am selling my bike, 3 years old, good condition, {sum}. Come by if you want to see it. {first}, room 214
= de - links : Newsletter: Angebote der Woche
Liebe Kundin, lieber Kunde, diese Woche in unserem Laden: frisches Obst, Brot und Blumen. Wir freuen uns auf Ihren Besuch. Newsletter abmelden
`,
);
