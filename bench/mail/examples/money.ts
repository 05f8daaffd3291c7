// Changed bank details, invoices, gift cards, and the honest mail that is like them.

import { templatesOf } from './template.ts';

export const money = templatesOf(
  'money',
  String.raw`
= en paymentChange file : {Updated|New} bank details {- important|for invoice {number}|}
Dear {first},
please be {advised|informed} that our bank account is currently under audit and we can no longer receive payments to our old account. Kindly find attached our new bank details and make sure all outstanding invoices are paid to the new account: IBAN {iban}. Please confirm receipt and send us the remittance advice once the payment is done.
Best regards, {name}, Accounts Receivable, {company} Ltd
= en paymentChange quoted : RE: Invoice {number}
Hi {first}, before you process the payment for this invoice please note that we have changed our bank. The account on the invoice is no longer valid. I will send you the updated wire instructions, please confirm you can effect the payment {today|this week}. Do not use the previous account. Regards, {name}
= en paymentChange - : {Outstanding|Upcoming} payment
Hello, when is the payment of {sum} due to us scheduled? We would like it remitted to our alternative account because our main account is frozen for tax review. Beneficiary bank information: {iban}. Kindly reply with the swift copy when it's done.
= en paymentChange,authority - : {Wire transfer|Payment today|Urgent payment}
{first}, I need you to process a wire transfer of {sum} to a new vendor today. Send me the details you need and I will forward the bank information. I am in a meeting and can't talk, so reply by email only. This is confidential until the deal is announced.
{name}
CEO
= en paymentChange,authority file : {Please pay|Invoice for immediate payment}
Hi {first}, please settle the attached invoice today, it must go out before close of business. Code it to consulting. Let me know when it is done and send me the confirmation. Sent from my iPhone
= en paymentChange - : {Direct deposit|Payroll} {update|change|question}
Hi {first}, I recently changed my bank and need to update my direct deposit information before the next payroll. Can you change it to my new account? What details do you need? I would like this to take effect on the next pay date. Thanks, {name}
= en paymentChange - : Change of salary account
Hello, please update my payroll. My old bank account has been closed. New account number 22441188, routing number 021000021. Kindly confirm when the change is made. {name}
= en paymentChange - : {Acquisition|Project Falcon} - strictly confidential
{first}, we are in the last stage of acquiring a foreign company. For regulatory reasons this is strictly confidential, do not speak about it with anyone, only by this email. Our attorney will contact you with the bank details for the deposit of {sum}. Initiate the wire today. {name}, Chief Executive
= en paymentChange,phishing link : {ACH payment|Remittance} {notification|update}
Your vendor bank details must be updated before payment of {sum} can be released. Click here to sign in and update your bank information within {hours}.
= de paymentChange file : {Neue Bankverbindung|Änderung unserer Bankverbindung}
Sehr geehrte Damen und Herren, bitte beachten Sie, dass sich unsere Bankverbindung geändert hat. Das alte Konto ist geschlossen. Bitte überweisen Sie alle offenen Rechnungen ab sofort auf unser neues Konto IBAN {iban}. Bitte bestätigen Sie uns die Änderung und senden Sie den Zahlungsbeleg. Mit freundlichen Grüßen {name}
= de paymentChange,authority - : {Dringende Überweisung|Zahlung heute}
Hallo {first}, bitte veranlassen Sie heute noch eine Überweisung über {sum}. Ich bin in einer Besprechung und kann nicht telefonieren, nur per E-Mail. Bitte behandeln Sie die Sache vertraulich. {name}, Geschäftsführer
= de paymentChange - : Gehaltskonto
Guten Tag, ich habe die Bank gewechselt und möchte mein Gehaltskonto ändern. Bitte überweisen Sie das nächste Gehalt auf die neue Bankverbindung {iban}. Danke, {name}
= fr paymentChange file : {Changement de RIB|Nouvelles coordonnées bancaires}
Bonjour, nous vous informons que nos coordonnées bancaires ont changé. L'ancien compte est fermé. Merci d'effectuer tous vos prochains paiements sur le nouveau compte IBAN {iban}, RIB en pièce jointe. Merci de confirmer. Cordialement, {name}, comptabilité
= fr paymentChange,authority - : Virement urgent
Bonjour {first}, j'ai besoin que vous effectuiez un virement urgent de {sum} aujourd'hui. Je suis en réunion, ne m'appelez pas, répondez uniquement par mail. C'est confidentiel, n'en parlez à personne. {name}, directeur général
= es paymentChange file : {Cambio de cuenta bancaria|Nuevos datos bancarios}
Estimado {first}, le informamos que hemos cambiado nuestra cuenta bancaria. La cuenta anterior está cerrada. Por favor realice todos los pagos pendientes a la nueva cuenta IBAN {iban}. Confirme la recepción y envíe el comprobante. Atentamente, {name}
= it paymentChange file : {Nuove coordinate bancarie|Variazione IBAN}
Gentile {first}, le comunichiamo che le nostre coordinate bancarie sono cambiate. Il vecchio conto è chiuso. Si prega di effettuare i prossimi pagamenti sul nuovo IBAN {iban} e di inviare la contabile del bonifico. Cordiali saluti, {name}
= pt paymentChange file : {Alteração de dados bancários|Nova conta para pagamento}
Prezada {first}, informamos que nossos dados bancários mudaram. A conta antiga foi encerrada. Por favor, efetue os próximos pagamentos na nova conta bancária {iban}. Confirme o recebimento e envie o comprobante. Atenciosamente, {name}
= nl paymentChange file : {Gewijzigde bankgegevens|Nieuw rekeningnummer}
Geachte heer/mevrouw, ons rekeningnummer is gewijzigd. De oude bankrekening is gesloten. Gelieve alle openstaande facturen over te maken op ons nieuwe rekeningnummer {iban}. Graag ontvangen wij een betalingsbewijs. Met vriendelijke groet, {name}
= en - file : Invoice {number}
Hi {first}, attached is the invoice for {the work in March|last month|delivery of Tuesday}, {sum}, payable within 30 days to our usual account. The purchase order number is on it. Let me know if you have questions. Kind regards, {name}, {company}
= en - file : {Purchase order|Quotation} {number}
Dear {first}, thank you for your offer. Please find attached our purchase order. Delivery date as discussed in our call. Invoice to the usual address, please state the order number. Regards, {name}
= en - link : Your {monthly statement|invoice} is ready
Your statement for {date} is now available in online banking. To view it, open the app or visit our website as usual. We never ask for your password by email. No action is required.
= en - - : Re: payment of invoice {number}
Hi {name}, paid this morning, should be with you on {day}. The amount was {sum}. Same account as always. Could you send a receipt for the auditors? Thanks
= en - - : {Travel expenses|Expense report} {date}
Hi, your expense report was approved. {sum} will be paid with your next salary. If you changed your bank account, update it yourself in the HR self service portal; we do not take changes by email. HR team
= en - link : Payment fraud: how we change bank details
To all staff in finance: fraudsters pretend to be vendors and send new bank details by email. Never change bank details because of an email. Call the vendor on a number you already know. An example of a fake mail: "our account is under audit, please pay to our new account". Report it to the security team.
= en - - : Minutes of the budget meeting
Attached are the minutes. We agreed on the budget of {sum} for the project, the milestones for the next quarter, and the new supplier. Comments by {day} please. Best, {first}
= de - file : Rechnung {number}
Guten Tag {name}, anbei erhalten Sie unsere Rechnung über {euros} für die Lieferung vom {date}. Zahlbar innerhalb von 30 Tagen auf das bekannte Konto. Vielen Dank für Ihren Auftrag. Mit freundlichen Grüßen {company} GmbH
= de - - : AW: Zahlung
Hallo {first}, die Überweisung ist heute raus, Betrag wie besprochen. Gruß {name}
= fr - file : Facture {number}
Bonjour, veuillez trouver ci-joint la facture pour la livraison du {date}, payable à 30 jours selon nos accords. Bon de livraison inclus. Cordialement, {name}
= es - file : Factura {number}
Buenos días, adjunto la factura del pedido del {date}, a pagar en 30 días como siempre. Gracias por su compra. Saludos, {name}
= it - file : Fattura {number}
Buongiorno, in allegato la fattura per l'ordine del {date}, pagamento a 30 giorni come concordato. Cordiali saluti, {name}
= pt - file : Nota fiscal {number}
Bom dia, segue em anexo a nota fiscal do pedido de {date}, pagamento em 30 dias conforme combinado. Obrigado pela compra. Atenciosamente, {name}
= nl - file : Factuur {number}
Goedemiddag, in de bijlage vindt u de factuur voor de levering van {date}, te betalen binnen 30 dagen zoals afgesproken. Met vriendelijke groet, {name}
= en giftCards,authority - : {Quick task|Are you available?|Request|Hello {first}}
Hi {first}, are you {available|at your desk}? I need you to {purchase|get} some {Apple|Google Play|Steam|Amazon} gift cards for {our clients|the staff|a donor}, {5|10|8} pieces of $100 each. Scratch the back, take a picture of the codes and send them to me here. I'm in a meeting, can't take calls. I will reimburse you by the end of the day. Keep it a surprise.
{name}
= en giftCards,authority - : {Surprise for the team|Little favour}
Hello, I'm planning to surprise some of the staff with gifts. Your confidentiality would be appreciated. Can you get this done {today|in the next hour}? What local store do we have around to purchase gift cards? Let me know what amount you can handle, I'll pay you back.
= en giftCards - : {Favor|Need a favour}
Hi, sorry to bother you. Do you shop on Amazon? I need to get a gift card for my niece, it's her birthday, but I can't do this now because I'm travelling and my card is not working. Could you buy it and email it to her? I will refund you as soon as I am back.
= en giftCards,authority quoted : Re: {Request|Task}
Good. Get the {eBay|iTunes|Razer} gift cards, $500 total. When you have them peel off the silver, and send me a clear photo of each card's PIN. Keep the receipts. I need them asap.
= en giftCards - : Taxes
You owe taxes. To avoid arrest you must pay {sum} today with gift cards. Buy the cards at the nearest store and send the codes on the back to this address.
= de giftCards,authority - : {Kurze Anfrage|Bist du verfügbar?|Aufgabe}
Hallo {first}, sind Sie gerade im Büro? Ich brauche {Google Play|Apple|Amazon} Geschenkkarten für Kunden, 10 Stück zu je 100 Euro. Könnten Sie die besorgen? Rubbeln Sie die Codes frei und schicken Sie mir Fotos der Rückseite. Ich bin in einer Besprechung und kann nicht telefonieren. Ich erstatte Ihnen das Geld. Bitte vertraulich. {name}, Geschäftsführer
= fr giftCards,authority - : {Demande rapide|Êtes-vous disponible ?}
Bonjour {first}, êtes-vous disponible ? J'ai besoin que vous achetiez des cartes cadeaux {Google Play|Apple|PCS} pour des clients. Grattez les codes et envoyez-moi les photos. Je suis en réunion et ne peux pas parler. Vous serez remboursé. C'est une surprise, restez discret. {name}, directeur
= es giftCards,authority - : {Tarea rápida|¿Estás disponible?}
Hola {first}, ¿estás disponible? Necesito que compres tarjetas de regalo {Google Play|Apple|Amazon} para unos clientes. Raspa los códigos y envíame las fotos. Estoy en una reunión y no puedo hablar. Te reembolsaré hoy. Es confidencial. {name}, director general
= it giftCards,authority - : {Richiesta veloce|Sei disponibile?}
Ciao {first}, sei disponibile? Ho bisogno che tu compri delle carte regalo {Google Play|Apple|Amazon} per dei clienti. Gratta i codici e inviami le foto. Sono in riunione e non posso parlare. Ti rimborserò oggi. È una sorpresa. {name}, direttore
= pt giftCards,authority - : {Tarefa rápida|Você está disponível?}
Olá {first}, você está disponível? Preciso que compre cartões presente {Google Play|Apple|Amazon} para clientes. Raspe os códigos e envie as fotos. Estou em reunião e não posso falar. Vou reembolsar hoje. É confidencial. {name}, diretor
= nl giftCards,authority - : {Snelle taak|Ben je beschikbaar?}
Hallo {first}, ben je beschikbaar? Ik heb cadeaukaarten van {Google Play|Apple|Bol} nodig voor klanten. Kun je die kopen? Kras de codes open en stuur foto's van de achterkant. Ik zit in een vergadering en kan niet bellen. Ik vergoed het vandaag. {name}, directeur
= en - link : {Your gift card has arrived|You received a gift card from {first}}
{first} sent you a gift card from Fourth Coffee, worth $25. Show the code in the store or add it to your account in the app. Happy birthday! Thank you for your order. Unsubscribe from promotional mail.
= en - - : Team {present|gift} for {first}
Hi all, {first} leaves us on {day}. We collect for a present, a gift card of the book store. If you want to join, drop by at my desk. See you at lunch, {name}
= en - link : Gift card scams: what to know
Scammers pretend to be your manager and ask you to buy gift cards and to send pictures of the codes. No manager of ours does that. If you receive such a message, report it. Security awareness team
= en - links : {Holiday|Spring} gift guide: 20% off gift cards
Shop our gift cards and save 20%. Free shipping on all orders over $50. Order now. View in browser. Unsubscribe.
= en paymentChange - : {Deposit|Down payment} for the house
Dear {first}, regarding the closing on {day}: our escrow bank information has been changed. Please wire the deposit of {sum} to the updated account below instead of the one in our letter: {iban}. Confirm by email once it is sent, our phones are down.
`,
);
