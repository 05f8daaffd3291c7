// Extortion, and what honest people write about it.

import { templatesOf } from './template.ts';

export const extortion = templatesOf(
  'extortion',
  String.raw`
= en extortion - : {Your device was hacked|I have full access to your account|You have been recorded|Pay attention|Waiting for the payment}
Hello!
{I am a hacker who has access to your operating system|I have bad news for you|Some time ago I gained access to your devices}. I also have full access to your account.
I've been {watching|monitoring} you for a few months now. The fact is that you were infected with malware through an adult site that you visited.
I made a video showing how you satisfy yourself in the left half of the screen, and in the right half you see the video that you watched.
With one click of the mouse, I can send this video to all your {emails and contacts on social networks|contacts|friends and relatives}.
If you want to prevent this, transfer the amount of {dollars} to my bitcoin address. My bitcoin address (BTC wallet) is: {wallet}
After receiving the payment, I will delete the video and you will never hear me again. I give you {hours} to pay.
= en extortion - : {first} - your password
I know {that|} hunter2 is your password. {Lets get straight to the point|You may not know me}. No one has paid me to check on you.
I actually placed a malware on the adult vids (porn) web-site and you visited this site to have fun. While you were watching, your browser began working as a RDP with a keylogger which gave me access to your screen and webcam. Just after that my software collected all of your contacts from your Messenger, Facebook and email.
I created a double-screen video. You have two choices. First, you ignore this message, then I will send your video to every one of your contacts. Second, you pay me {dollars}. Lets call it a donation. You will make the payment by Bitcoin: {wallet}
You have {hours} in order to make the payment. I have a unique pixel in this mail and I know that you have read it.
= en extortion - : {Security alert. Your account was compromised|Your account is hacked|Read this before it is too late}
Your account has been hacked! {You will lose your money and files|Renew your password immediately}!
I am a member of an international hacker group. We have got full access to your correspondence and the camera. We caught you {masturbating|pleasuring yourself}. We have your dirty secrets.
Send us {dollars} in bitcoin. Wallet: {wallet}. We will destroy all data once the transfer is confirmed. The timer started when you opened this letter. If not, everything goes to your {colleagues, friends and family|wife and boss|friends and coworkers}.
= en extortion - : Bomb in your building
There is {an explosive device|a bomb} in the building where your company is located. My man is watching. If he notices any unusual activity or police, the bomb will be detonated. Pay {dollars} in Bitcoin to {wallet} by the end of the working day and I will withdraw my man. If I do not get the money there will be an explosion.
= en extortion - : {DDoS attack on your network|Your network will be attacked}
We are {Fancy Cats|a group of professionals} and we have chosen your company as target for our next DDoS attack. Your network will be subject to a DDoS attack starting {day}. We will start a small attack on your servers to prove that this is not a hoax. Pay us 2 BTC to {wallet} within {hours}. If you do not pay, the attack will begin and the fee will increase every day. Do not reply to this mail.
= en extortion - : {Your site has been hacked|Your database was leaked}
We have hacked your website and extracted your databases. Our team found a vulnerability within your site. {If you do not pay|Unless you pay}, we will systematically leak your database to the public, sell it to the highest bidder and ruin your reputation. Send {dollars} in Bitcoin to the following address: {wallet}. You have {hours}. Your customers will be notified that their information was stolen.
= en extortion - : All your files were encrypted
All your files were encrypted and your company data was downloaded. If you refuse to pay, we publish everything on the dark web. Contact us by tox. Price of the decryption key: {dollars} in Monero or bitcoin. After {hours} the price doubles. Do not go to the police or recovery companies.
= en extortion - : I was paid to {hurt|harm} you
I run a service on the dark web and someone ordered me {to splash acid in your face|to kill you}. I can forget the order if you pay me {dollars} in bitcoin to {wallet}. You have {hours}. Don't tell anyone, I watch you all the time.
= en extortion - : About your {cheating|secret}
I know the secret you are keeping from your wife and everyone else. {More importantly|I mean it}, I have evidence of what you have been hiding. I stumbled across it while working around your town. You can ignore this letter: I will send the evidence to your wife, friends and family. Or pay me {dollars} confidentiality fee through Bitcoin. Address: {wallet}. I will never bother you again.
= en extortion - : {Final notice|Last chance} before publication
You did not answer. In {hours} the recordings from your webcam go to your contact list, and your employer. {To stop it|The only way out}: {dollars} to this crypto wallet {wallet} (USDT or BTC). Once I see the payment I erase everything. Do not contact the police, this wallet cannot be traced.
= en extortion - : Your cloud photos
We have copied your private photos and your chats from your phone. Your intimate pictures will be published on social networks and sent to your relatives. Buy {dollars} of bitcoin and send it to {wallet}. Time: {hours}.
= en extortion file : Complaint
Open the attached PDF, the password is 4471. It shows what I recorded of you on adult websites and how to pay. You have {hours} or the footage is shared with all your contacts.
= de extortion - : {Ihr Gerät wurde gehackt|Ich habe Sie aufgenommen|Zahlung ausstehend}
Hallo! Ich bin ein Hacker und habe vollen Zugriff auf Ihr Gerät. Ich habe einen Trojaner auf einer Pornoseite installiert, die Sie besucht haben. Ich habe ein Video von Ihnen aufgenommen, wie Sie sich befriedigen. Wenn Sie nicht {euros} in Bitcoin an diese Wallet überweisen: {wallet}, werde ich das Video an alle Ihre Kontakte, Freunde und Kollegen verschicken. Sie haben {48|24|50} Stunden Zeit. Nach der Zahlung lösche ich alles. Polizei hilft Ihnen nicht.
= de extortion - : Letzte Warnung
Ich beobachte dich seit Monaten. Deine Webcam hat alles aufgezeichnet. Zahle {euros} auf meine Bitcoin Adresse {wallet}. Falls du nicht zahlst, veröffentliche ich die Aufnahmen und dein Ruf ist zerstört. Frist: 2 Tage.
= fr extortion - : {Votre compte a été piraté|En attente de paiement}
Bonjour, je suis un pirate informatique et j'ai obtenu un accès complet à vos appareils. J'ai installé un cheval de Troie. J'ai enregistré une vidéo de vous pendant que vous visitiez un site pornographique. Si vous ne payez pas {euros} en bitcoin à l'adresse {wallet}, j'enverrai la vidéo à tous vos contacts, amis et famille. Vous avez 48 heures. Après réception du paiement je supprimerai tout. Inutile de prévenir la police.
= fr extortion file : Convocation
Vous faites l'objet de poursuites judiciaires pour pédopornographie. La gendarmerie et Europol disposent des enregistrements. Réglez l'amende de {euros} sous 72 heures, faute de quoi votre dossier sera transmis au procureur et à votre famille et vos collègues. Répondez par mail, document en pièce jointe.
= es extortion - : {Tu dispositivo ha sido hackeado|Pago pendiente}
Hola. Soy un hacker y he obtenido acceso completo a tus dispositivos. He instalado un troyano. He grabado un vídeo de ti masturbándote mientras veías pornografía. Si no me pagas {dollars} en bitcoin, enviaré el vídeo a todos tus contactos, amigos y familiares. Mi cartera bitcoin: {wallet}. Tienes 48 horas. Una vez que reciba el pago lo borraré todo. No vayas a la policía.
= it extortion - : {Il tuo account è stato violato|Pagamento in sospeso}
Ciao, sono un hacker e ho ottenuto accesso completo al tuo computer. Ho installato un trojan. Ho registrato un video di te mentre ti masturbavi su un sito per adulti. Se non paghi {euros} in bitcoin, invierò il video a tutti i tuoi contatti, amici e colleghi. Indirizzo bitcoin: {wallet}. Hai 48 ore. Dopo il pagamento cancellerò tutto. Non andare alla polizia.
= pt extortion - : {Seu dispositivo foi hackeado|Pagamento pendente}
Olá, sou um hacker e tenho acesso total ao seu dispositivo. Instalei um trojan. Gravei um vídeo de você se masturbando em um site adulto. Se você não pagar {dollars} em bitcoin, vou enviar o vídeo para todos os seus contatos, amigos e familiares. Carteira bitcoin: {wallet}. Você tem 48 horas. Depois do pagamento vou apagar tudo. Não adianta ir à polícia.
= nl extortion - : Uw apparaat is gehackt
Hallo, ik ben een hacker en ik heb volledige toegang tot uw apparaat. Ik heb een video van u opgenomen terwijl u pornografie bekeek. Als u niet {euros} in bitcoin betaalt zal ik de video versturen aan al uw contacten, vrienden en familie. Bitcoin adres: {wallet}. U heeft 48 uur. Na ontvangst zal ik alles verwijderen. De politie kan niet helpen.
= en - links : {Security newsletter|Cyber awareness: this month|Security team news}, {date}
Hello everyone,
{this month|again} several colleagues received extortion emails. We call it sextortion. The mails claim that the sender hacked your device and recorded you. It is a bluff: there is no video. A typical example reads:
"I have full access to your device. I made a video of you while you watched an adult site. Transfer {dollars} in bitcoin to my wallet {wallet} within {hours}, or I will send this video to all your contacts."
What to do: do not pay, do not reply, and report the message to the security team with the report button. Scammers send millions of such messages. If your password is quoted, it comes from an old breach: change it in the usual way.
{Stay safe|Your security team}
= en - link : How to recognise sextortion scams
Fraudsters have been sending blackmail emails again. Victims received messages in which criminals pretend to have installed malware and to have recorded them through the webcam. The sender threatens to send the footage to friends and family unless a ransom is paid in bitcoin. Such emails are fake. Do not pay. Delete the message, or forward it to the service desk. Police say nobody was actually recorded.
= en - quoted : Fwd: {Your account is hacked|I recorded you}
Hi team, I received this mail this morning, looks like the usual extortion scam to me. Should I report it somewhere? I did not click or reply. {Thanks|Cheers}, {first}
= en - - : Re: {strange mail|blackmail message}
That is a known scam, ignore it. The text says they hacked your webcam and want bitcoin, but it is mass mailing and the password is from an old leak. No need to pay anything. I blocked the sender. Regards, {name}, IT service desk
= en - - : Bitcoin and the ransomware {business|economy}
An article on how ransomware gangs are paid: victims send bitcoin to wallets, researchers follow the payments on the blockchain. According to the report attackers demanded {sum} on average and threatened to leak data. Police arrested three suspects. Read the story on our blog.
= en - link : Bitcoin {falls|rises} again
Markets today: bitcoin and ethereum lost ground on {day}, crypto exchanges reported record volume. Analysts expect volatility. View in browser. Unsubscribe.
= en - - : [sec-list] {Notes on a|New} trojan
Hi list, attached are my notes on the trojan that records the screen. The malware contacts a server, captures video from the camera and uploads it. The ransom note asks for {dollars} in BTC within {hours}. Samples available to researchers. On Tue, Omar wrote: I have seen the same kit in the wild. Patch and signatures are in cvs.
= de - links : {Newsletter Informationssicherheit|Sicherheitshinweis: Erpressermails}
Liebe Kolleginnen und Kollegen, derzeit sind wieder Erpressermails im Umlauf. Die Betrüger behaupten, Ihre Webcam gehackt und ein Video aufgenommen zu haben. Beispiel: "Ich habe vollen Zugriff auf Ihr Gerät. Zahlen Sie {euros} in Bitcoin an {wallet}, sonst verschicke ich das Video an alle Ihre Kontakte." Zahlen Sie nicht, antworten Sie nicht und melden Sie die Mail. Ihr IT-Sicherheitsteam
= fr - links : {Sensibilisation : courriels de chantage|Lettre sécurité}
Bonjour à tous, plusieurs collaborateurs ont reçu des mails de chantage. Les escrocs prétendent avoir piraté la webcam et enregistré une vidéo. Exemple : "J'ai un accès complet à vos appareils, payez {euros} en bitcoin à {wallet} ou j'enverrai la vidéo à tous vos contacts." C'est une arnaque : ne payez pas, ne répondez pas, signalez le message à l'équipe sécurité.
= es - links : {Boletín de seguridad|Aviso: correos de extorsión}
Hola a todos, varios compañeros recibieron correos de extorsión. Los estafadores dicen que han hackeado el dispositivo y grabado un vídeo. Ejemplo: "Envía {dollars} en bitcoin a {wallet} o enviaré el vídeo a todos tus contactos". Es una estafa: no pague, no responda y reporte el correo a seguridad.
= pt - links : {Boletim de segurança|Alerta: e-mails de extorsão}
Olá a todos, vários colegas receberam e-mails de extorsão. Os golpistas dizem que hackearam o dispositivo e gravaram um vídeo. Exemplo: "Envie {dollars} em bitcoin para {wallet} ou vou enviar o vídeo para todos os seus contatos". É golpe: não pague, não responda e denuncie.
= it - links : Newsletter sicurezza: {mail di estorsione|attenzione alle truffe}
Ciao a tutti, alcuni colleghi hanno ricevuto mail di estorsione. I truffatori sostengono di aver hackerato la webcam e registrato un video. Esempio: "Paga {euros} in bitcoin a {wallet} o invierò il video a tutti i tuoi contatti". È una truffa: non pagare, non rispondere e segnalate la mail.
= nl - links : Nieuwsbrief beveiliging: {afpersingsmails|chantage per mail}
Beste collega's, meerdere medewerkers hebben een afpersingsmail ontvangen. Criminelen beweren dat ze uw webcam hebben gehackt en een video hebben opgenomen. Voorbeeld: "Betaal {euros} in bitcoin aan {wallet} of ik zal de video versturen aan al uw contacten." Betaal niet, reageer niet en meld verdachte berichten bij de servicedesk.
= en - - : {Fine for late return|Library reminder}
Dear {first}, the books you borrowed are overdue. Please return them within {hours} or pay a fine of {small} at the desk. Kind regards, the library
`,
);
