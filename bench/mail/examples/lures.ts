// Lures to a sign-in, a link, a file, and the honest notices they copy.

import { templatesOf } from './template.ts';

export const lures = templatesOf(
  'lures',
  String.raw`
= en phishing,credentials link : {Your account has been suspended|Account limited|Action required: verify your account}
Dear customer,
we noticed {unusual|suspicious} activity on your {brand} account and it has been {temporarily suspended|limited}. {To restore access|To unlock it} please verify your information within {hours}, otherwise your account will be permanently closed.
Click here to verify
Thank you for your cooperation, {brand} support team
= en phishing,credentials link : {Password expires today|Your password is about to expire|Password notification}
Hello {first}@contoso.test, your password expires {today|in 24 hours}. Use the button below to keep the same password and avoid losing access to your mailbox.
Keep current password
IT help desk
= en phishing,credentials link : {Mailbox full|Storage limit exceeded|Your mailbox is almost full}
Dear user, your mailbox has exceeded its storage quota of 5GB. You may not be able to send or receive new messages until you upgrade. Click the link below to increase your mailbox quota. Failure to do so will result in deactivation. Webmail administrator
= en phishing,credentials link : {(3) messages held|Undelivered messages|Pending emails}
You have {3|5|7} incoming messages held in quarantine because of a server error. Release your messages by signing in below. They will be deleted after {hours}. Mail server notification
= en phishing,credentials link : {New sign-in to your account|Unusual sign-in activity}
We detected a sign-in attempt from a new device in {Moscow|Lagos|an unknown location}. If this was not you, please review your activity and secure your account now. Review activity. The security team
= en phishing link : {{first} shared a document with you|New document received}
{first} has shared a secure document with you using {Litware Drive|OneDrive}. Review document. To view it sign in with your email and password.
= en phishing,credentials link : {Please sign|Completed: contract}
Your document is ready to review and sign. {name} sent you a document by DocuSign. REVIEW DOCUMENT. This link expires in {hours}.
= en phishing link,file : {New voicemail|Missed call from {phone}|Fax received}
You have a new voice message. Caller {phone}, duration 00:47. Listen to message: open the attached html file and sign in with your email.
= en phishing link : {Your parcel is waiting|Delivery failed|Package on hold}
Your package could not be delivered because of unpaid customs fees of {small}. Confirm payment to schedule a new delivery: click here. If you do not pay within {hours} the parcel will be returned to the sender. {courier}
= en phishing link : {Tax refund|You are eligible for a refund}
After the last calculation of your fiscal activity we have determined that you are eligible to receive a tax refund of {sum}. Submit the refund request form and provide your card information here. The revenue office
= en phishing link : {Payment declined|Update your payment details|Your membership is on hold}
We could not process your last payment for {brand}. Update your payment method within {hours} to avoid interruption of your service. Update now.
= en phishing links : {Congratulations!|You have won|You have been selected} 
You have been chosen to receive a {brand new iPhone|$500 gift card|mystery box}! Answer a short survey and claim your reward today. Only a few left. Claim now.
= en phishing,credentials link : {Verify your wallet|Wallet suspension}
Your MetaMask wallet will be suspended because it was not verified. Verify your wallet and your recovery phrase before {date} to avoid losing access to your crypto assets. Verify wallet
= en phishing file : {Payment advice|Remittance|Swift copy|Purchase order} {number}
Good day, please see the attached payment advice for your reference. Open the attached html document and log in to view. Kindly confirm. Thanks and best regards
= en phishing,credentials link,file : {Salary adjustment|Employee benefits|HR policy update}
Dear employee, please review and sign the attached salary increase document. Scan the QR code with your phone and sign in with your work account. Human resources
= en phishing,credentials link : Multi-factor authentication {expired|must be updated}
Your authenticator expires today. Scan the QR code with your phone to re-enrol, or you will lose access to your email. IT security team
= en phishing,credentials link : {Your card was blocked|Security update required}
{brand}: For your security your card was blocked. Please confirm your identity and billing details in order to reactivate your online banking. Confirm now.
= en phishing,credentials - : {Webmail upgrade|Email account verification}
Attention email user: we are upgrading our database. To validate your mailbox reply with your username, password and date of birth. Any user who refuses will lose the account permanently.
= en phishing link : {Copyright violation|Your page will be disabled}
Your page has been reported for copyright infringement. It will be deleted within {hours} unless you appeal. Confirm your account here.
= en phishing link : {Domain renewal|Your domain expires}
Your domain will expire on {date}. Renew now and update payment to avoid the loss of your website and email.
= de phishing,credentials link : {Ihr Konto wurde gesperrt|Konto eingeschränkt|Wichtige Mitteilung}
Sehr geehrter Kunde, wir haben ungewöhnliche Aktivitäten festgestellt. Aus Sicherheitsgründen wurde Ihr Konto eingeschränkt. Bitte bestätigen Sie Ihre Daten innerhalb von 48 Stunden, andernfalls wird Ihr Konto gesperrt. Jetzt bestätigen. Ihr Kundenservice
= de phishing,credentials link : {Ihr pushTAN läuft ab|Aktualisierung erforderlich}
Guten Tag, Ihre TAN-App läuft am {date} ab. Um das Online-Banking weiter nutzen zu können, aktualisieren Sie Ihre Kundendaten über den folgenden Link. Hier klicken und anmelden. Mit freundlichen Grüßen, Ihre Bank
= de phishing link : {Ihr Paket wartet|Zustellung fehlgeschlagen}
Ihr Paket konnte nicht zugestellt werden, da Zollgebühren von {small} ausstehend sind. Klicken Sie hier, um die Gebühr zu bezahlen. Sonst wird die Sendung zurückgeschickt.
= de phishing links : {Herzlichen Glückwunsch|Sie wurden ausgewählt}
Sie haben gewonnen! Nehmen Sie an der kurzen Umfrage teil und sichern Sie sich Ihren Gutschein im Wert von 500 Euro. Jetzt sichern.
= de phishing,credentials link : Postfach {voll|überschritten}
Ihr Postfach ist voll und kann keine neuen Nachrichten empfangen. Klicken Sie hier und melden Sie sich an, um den Speicherplatz zu erweitern. IT Helpdesk
= fr phishing,credentials link : {Votre compte est suspendu|Alerte de sécurité|Action requise}
Cher client, une activité inhabituelle a été détectée et votre compte a été suspendu pour des raisons de sécurité. Veuillez confirmer vos informations sous 48 heures, sinon votre compte sera fermé. Cliquez ici. Service client
= fr phishing link : {Votre colis est en attente|Frais de livraison}
Votre colis est en attente : des frais de douane de {small} doivent être payés. Cliquez sur le lien ci-dessous pour régler et programmer la livraison.
= fr phishing link : {Remboursement disponible|Assurance maladie}
Vous êtes éligible à un remboursement d'impôts de {euros}. Pour recevoir votre remboursement, remplissez le formulaire et saisissez vos coordonnées bancaires ici.
= es phishing,credentials link : {Su cuenta ha sido bloqueada|Alerta de seguridad|Acción requerida}
Estimado cliente, hemos detectado actividad inusual y por motivos de seguridad su cuenta ha sido bloqueada. Haga clic aquí para verificar sus datos en 24 horas; de lo contrario su cuenta será cancelada. Atención al cliente
= es phishing link : {Su paquete está pendiente|Entrega fallida}
Su paquete no pudo ser entregado. Debe pagar los gastos de aduana de {small}. Haga clic en el siguiente enlace para pagar y reprogramar la entrega.
= es phishing file : Factura {vencida|pendiente} {number}
Tiene una factura vencida. Descargue el archivo adjunto y abra el documento para evitar recargos y medidas judiciales.
= it phishing,credentials link : {Il tuo conto è stato bloccato|Avviso di sicurezza|Azione richiesta}
Gentile cliente, abbiamo rilevato un accesso anomalo e per motivi di sicurezza il tuo conto è stato sospeso. Clicca qui per verificare i tuoi dati entro 48 ore, altrimenti il conto sarà chiuso. Servizio clienti
= it phishing link : {Il tuo pacco è in attesa|Consegna sospesa}
Il tuo pacco è in giacenza. Paga le spese di spedizione di {small} cliccando sul link seguente per riprogrammare la consegna.
= pt phishing,credentials link : {Sua conta foi bloqueada|Aviso de segurança|Atualização cadastral obrigatória}
Prezado cliente, identificamos um acesso suspeito e por motivos de segurança sua conta foi bloqueada. Clique aqui para atualizar seus dados em até 24 horas, caso contrário sua conta será cancelada. Central de atendimento
= pt phishing,credentials link : {Acesso barrado por segurança|Libere o seu aplicativo}
Por segurança barramos um login suspeito na sua conta. Se foi você, ignore esta mensagem. Se não, entre pelo link e confirme o aparelho para liberar o aplicativo do banco.
= en phishing,credentials link : {Was this you?|A login we do not recognise}
A device that is new to us was used to sign in with your address, from {Kyiv|Lima|Hanoi}. Was it you? Then you may ignore this mail. If it was not, report the login with the button below and confirm your identity to secure the account.
= pt phishing link : {Sua fatura está disponível|2ª via do boleto|Débito em aberto}
Prezado(a), consta em nosso sistema um débito em aberto no seu CPF. Evite multas e o bloqueio: clique aqui para visualizar o boleto e regularizar sua situação hoje.
= pt phishing link : {Seus pontos vão expirar|Resgate seus pontos}
Você tem 89.450 pontos que expiram hoje. Resgate agora seu prêmio exclusivo: acesse o link abaixo e informe sua senha e os dados do cartão.
= pt phishing link,file : {Nota fiscal eletrônica emitida|Comprovante em anexo|Intimação}
Segue em anexo o comprovante. Clique no botão abaixo para baixar o documento e imprimir. O não comparecimento poderá resultar em processo judicial e multa.
= nl phishing,credentials link : {Uw rekening is geblokkeerd|Uw bankpas verloopt|Beveiligingsmelding}
Geachte klant, wij hebben verdachte activiteit vastgesteld. Om veiligheidsredenen is uw rekening geblokkeerd. Klik hier om uw gegevens te bevestigen binnen 48 uur, anders wordt uw account afgesloten. Klantenservice
= nl phishing link : {Uw pakket wacht|Bezorging mislukt}
Uw pakket kon niet bezorgd worden vanwege openstaande douanekosten van {small}. Betaal nu via onderstaande link om de bezorging in te plannen.
= nl phishing link : Belastingdienst: openstaande {schuld|aanslag}
U heeft een openstaand bedrag van {euros}. Ondanks herinneringen is de schuld niet betaald. Betaal direct via onderstaande knop om beslag te voorkomen.
= pl phishing,credentials link : Twoje konto zostało zablokowane
Szanowny Kliencie, wykryliśmy podejrzaną aktywność. Twoje konto zostało zablokowane. Kliknij tutaj i zaloguj się, aby zweryfikować dane w ciągu 24 godzin.
= ja phishing,credentials link : 【重要】アカウントの利用を制限しました
お客様のアカウントに不正アクセスの疑いがあり、ご利用を停止いたします。下記のリンクをクリックし、ログインして情報を更新してください。24時間以内に確認されない場合、アカウントは停止されます。
= ja phishing link : お支払い方法の更新
会員様、クレジットカードの有効期限が切れ、会費の決済ができませんでした。こちらからお支払い方法を更新してください。
= en - link : {Your account: new sign-in|Sign-in from a new device}
Hi {first}, there was a new sign-in to your account on {date}, on a laptop in {Lisbon|Bern}. If this was you, no action is needed. If not, open the app and change your password in the settings. We never ask for your password by email.
= en - link : {Reset your password|Password reset request}
Hi {first}, you requested a password reset. The link is valid for one hour. If you did not request this, you can safely ignore this email; your password has not been changed.
= en - links : Planned maintenance of the mail system
Dear colleagues, on Saturday the mail system will not be available from 8 to 12 because of an upgrade. No action is required. Your password stays the same. Questions to the service desk as usual. IT department
= en - - : Password change on {day}
To all staff: passwords must be changed every year. Yours is due this month. Change it on your computer with ctrl alt delete or in the self service portal on the intranet; we will not send you a link. IT service desk
= en - links : {Your order has shipped|Delivery tomorrow}
Thank you for your order. Your parcel has been dispatched and arrives on {day}. Order number {number}. Track your package in your account. Items: 2. Subtotal {sum}. Shipping address as given.
= en - link : {first} shared "{Budget|Roadmap|Draft}" with you
{name} shared a file with you in the project folder. Here is the draft we talked about in the meeting. Let me know your comments by {day}. Open
= en - links : {Weekly digest|Newsletter|What's new in} {date}
Hello, in this issue: an interview with our engineers, five tips for better slides, upcoming events. Read more. Click here to view it in your browser. You are receiving this because you subscribed. Unsubscribe or update your preferences.
= en - link : {Security awareness: phishing|Phishing test results}
Last month we sent a phishing simulation. The fake email said that the mailbox was full and asked to click and sign in. 12% clicked. How to spot phishing: look at the sender, the urgency, the link. Report suspicious mail with the button. Security team
= en - link : Beware of fake {delivery|bank} messages
Fraudsters are sending emails that pretend to be from us. They say that your account is suspended or that a parcel is on hold, and ask you to click a link and confirm your card. We would never ask for your password or PIN. Delete such messages. {brand}
= en - quoted : Fwd: {Your mailbox is full|Verify your account}
Is this real? I got it this morning and did not click. Looks like phishing to me. {first}
= en - - : {Dentist|Car service} appointment
Dear {name}, we remind you of your appointment on {date} at 10:30. If you cannot come please call us at {phoneEu}. See you then.
= en - link : Confirm your subscription
Hi, you signed up for our mailing list. Please confirm your email address by clicking the link. If you did not sign up, ignore this message.
= en - links : Your {booking|trip} is confirmed
Thank you for your booking. Reservation {number} for {date}. Check in online from 24 hours before. Total {sum}. Manage your booking in the app.
= de - link : {Neue Anmeldung|Ihre Bestellung wurde versandt}
Hallo {first}, vielen Dank für Ihre Bestellung. Die Sendung ist unterwegs und kommt am {date}. Bestellnummer {number}. Es sind keine weiteren Schritte nötig.
= de - - : Wartung am {day}
Liebe Kolleginnen und Kollegen, am Samstag wird das Mailsystem aktualisiert. Sie müssen nichts tun, Ihr Passwort bleibt gleich. Bei Fragen wie gewohnt an den Helpdesk. IT-Abteilung
= de - link : Vorsicht vor Phishing
Derzeit sind gefälschte Mails im Umlauf, die behaupten, Ihr Konto sei gesperrt, und auffordern, Daten zu bestätigen. Wir fragen Sie niemals nach Ihrem Passwort. Klicken Sie nicht auf den Link. Ihre Bank
= fr - link : {Votre commande a été expédiée|Newsletter}
Bonjour {first}, merci pour votre commande, elle a été expédiée et sera livrée {day}. Numéro de commande {number}. Aucune action nécessaire. Se désabonner
= es - link : {Su pedido ha sido enviado|Boletín}
Hola {first}, gracias por su compra. Su pedido ha sido enviado y llegará el {date}. Número de pedido {number}. No es necesario hacer nada. Darse de baja
= it - link : {Il tuo ordine è stato spedito|Newsletter}
Ciao {first}, grazie per il tuo ordine, è stato spedito e arriva il {date}. Numero ordine {number}. Non occorre fare nulla. Annulla iscrizione
= pt - link : {Seu pedido foi enviado|Informativo}
Olá {first}, obrigado pela compra. Seu pedido foi enviado e chega em {date}. Número do pedido {number}. Não é necessário fazer nada. Descadastrar
= nl - link : {Uw bestelling is verzonden|Nieuwsbrief}
Hallo {first}, bedankt voor uw bestelling. Het pakket is onderweg en komt op {date}. Bestelnummer {number}. U hoeft niets te doen. Uitschrijven
`,
);
