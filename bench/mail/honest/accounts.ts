// What services tell the holders of accounts: sign-ins, passwords, codes, storage, subscriptions.

export const accounts = String.raw`
= google-new-sign-in account en google
Subject: Security alert
Preheader: A new sign-in on {device}

# A new sign-in on {device}

{me.address}

Your Google Account was just opened on a device we have not seen before ({device}). Was it you? Then all is well. If it wasn’t, we will help you to lock others out.

=> Check activity | https://accounts.google.com/AccountChooser?Email={me.user}%40contoso.com&continue=https://myaccount.google.com/alert/nt/{digits:13}?rfn%3D31%26rfnc%3D1%26eid%3D-{digits:18}%26et%3D0

All recent events are listed at
https://myaccount.google.com/notifications

~ We send this to tell you of changes that matter to your Google Account.
© {year} Google LLC, 1600 Amphitheatre Parkway, Mountain View, CA 94043, USA

= microsoft-unusual-sign-in account en microsoft
Subject: Microsoft account unusual sign-in activity
Plain: alternative

Microsoft account

# Unusual sign-in activity

Something about a recent sign-in to your Microsoft account {hex:2}*****@contoso.com was not as usual, for example a new place or a new app.

**Sign-in details**

| Country/region: | {Germany|Brazil|United Kingdom|Poland} |
| IP address: | {ip} |
| Date: | {day} {time} (GMT) |
| Platform: | Windows |
| Browser: | {Edge|Firefox|Chrome} |

Look at your recent activity and tell us if this was you. If it was, we will not ask about the like again; if not, we take you through the steps that make your account safe.

=> Review recent activity | https://account.live.com/Activity?mkt=EN-GB&refd=account.live.com&refp=report

Choose where such notices go, or whether you get them: [settings](https://account.live.com/SecurityNotifications/Update).

Thanks,
The Microsoft account team

~ [Privacy Statement](https://go.microsoft.com/fwlink/?LinkId=521839)
Microsoft Corporation, One Microsoft Way, Redmond, WA 98052

= microsoft-security-code code en microsoft
Subject: Your single-use code

Microsoft account

# Security code

Here is the code you asked for, to sign in to your Microsoft account {hex:2}*****@contoso.com.

:: {digits:6}

Not you? Then somebody probably mistyped an address, and there is nothing you have to do.

Thanks,
The Microsoft account team

~ [Privacy Statement](https://go.microsoft.com/fwlink/?LinkId=521839)

= microsoft-mailbox-full account en microsoft
Subject: Your Outlook.com mailbox is almost full
From: Microsoft Outlook <no-reply@microsoft.com>
Preheader: You have used {n:91-99}% of your storage

# You’re running out of mailbox storage

Of the 15 GB of your account {n:91-99}% are taken. A full mailbox can neither send nor receive, so please make room or get more space.

- Empty your Deleted Items and Junk Email folders
- Remove messages with large attachments
- Get 100 GB of mailbox storage with Microsoft 365

=> Manage storage | https://outlook.live.com/mail/0/options/general/storage?WT.mc_id=PROD_OL-Web_InApp_{caps:8}&ocid=cmm{host:8}

~ This is a service message about your account. [Privacy Statement](https://go.microsoft.com/fwlink/?LinkId=521839)
Microsoft Corporation, One Microsoft Way, Redmond, WA 98052 USA

= apple-id-sign-in account en apple
Subject: Your Apple ID was used to sign in to iCloud on {an iPhone 13|a MacBook Pro|a Windows PC}

Dear {me},

your Apple ID {me.address} was just used in a web browser to sign in to iCloud.

| Date and Time: | {day}, {time} UTC |
| Browser: | {Safari|Chrome|Firefox} |
| Operating System: | {Windows|macOS} |

Do you recognise this? Then no more is needed.

If you don't, please change your password right away at [https://appleid.apple.com](https://appleid.apple.com), because another person may be able to read your data.

Apple Support

~ [Apple ID](https://appleid.apple.com) | [Support](https://support.apple.com) | [Privacy Policy](https://www.apple.com/legal/privacy/)
Copyright © {year} Apple Distribution International Ltd., Hollyhill Industrial Estate, Hollyhill, Cork, Ireland. All rights reserved.

= apple-receipt receipt en appleReceipt
Subject: Your receipt from Apple.
Plain: apology

# Receipt

| APPLE ID | {me.address} |
| DATE | {day} |
| ORDER ID | {caps:10} |
| DOCUMENT NO. | {digits:12} |

| iCloud+ with {50 GB|200 GB|2 TB} of storage (Monthly) | {gbp:0.99-8.99} |
| TOTAL | {gbp:0.99-8.99} |

~ Something wrong with this bill? [Help with billing](https://support.apple.com/billing). You may cancel within 14 days. [Ask for the password before every purchase](https://buy.itunes.apple.com/WebObjects/MZFinance.woa/wa/accountSummary?mt=8) for purchases.

~ [Apple ID Summary](https://apps.apple.com/account) • [Terms of Sale](https://www.apple.com/legal/internet-services/itunes/uk/terms.html) • [Privacy Policy](https://www.apple.com/legal/privacy/)

= github-oauth-added account en github
Subject: [GitHub] A third-party OAuth application has been added to your account
Plain: only

Hey {me.user}!

A third-party OAuth application ({Codecov|Render|Vercel|CircleCI}) with user:email and repo scopes may now act for your account.

Visit https://github.com/settings/connections/applications/{hex:20} to see what it may do or to revoke it.

Your security log: https://github.com/settings/security-log

Need help? https://github.com/contact

Thanks,
The GitHub Team

= github-device-code code en github
Subject: [GitHub] Please verify your device
Plain: only

Hey {me.user}!

You, or somebody with your password, is signing in from a device we don't know. To go on, type in the code below over there.

Device: {Chrome on Windows|Firefox on Linux|Safari on macOS}
Verification code: {digits:6}

If it is not you, your password is known to somebody else: please set a new one at https://github.com/settings/security

With two-factor authentication you would not need these mails, see https://docs.github.com/articles/configuring-two-factor-authentication

Thanks,
The GitHub Team

= paypal-payment-sent receipt en paypal
Subject: Receipt for your payment to {firm}
Preheader: You paid {p=gbp:9-240} GBP to {firm}

Hello {me},

# You sent a payment of {p=gbp:9-240} GBP to {firm}

It shows in your activity in a few minutes.

| Transaction ID | {caps:17} |
| Transaction date | {day} |
| Merchant | {firm}, {support|orders}@{firm.domain} |
| {product} | {p} |
| Total | {p} GBP |

=> View or manage payment | https://www.paypal.com/myaccount/transaction/details/{caps:17}?ppid=RT{digits:6}&cnac=GB&rsta=en_GB&cust={caps:13}&unptid={hex:8}-{hex:4}-11ee-{hex:4}-{hex:12}&calc={hex:13}&unp_tpcid=email-receipt-xclick-payment&page=main%3Aemail%3ART{digits:6}&pgrp=main%3Aemail&e=cl&mchn=em&s=ci&mail=sys

**Something not right?** Within 180 days of the payment you can open a case in the [Resolution Centre](https://www.paypal.com/disputes/?utm_source=unp&utm_medium=email&utm_campaign=RT{digits:6}).

~ [Help & Contact](https://www.paypal.com/uk/smarthelp/home) | [Security](https://www.paypal.com/uk/webapps/mpp/paypal-safety-and-security) | [Apps](https://www.paypal.com/uk/webapps/mpp/mobile-apps)

~ We write to you by your first and last name. [How to tell false mail in our name](https://www.paypal.com/uk/security/learn-about-fake-messages)

~ This mailbox is not read; use **Help & Contact** instead. [Why you get this message](https://www.paypal.com/uk/smarthelp/article/why-am-i-receiving-emails-from-paypal-faq{digits:4})

![](https://www.paypalobjects.com/digitalassets/c/system-triggered-email/n/layout/images/footer/rule.png)

= amazon-password-code code en amazon
Subject: Amazon password assistance

Your one-time code to set a new password:

:: {digits:6}

Keep it to yourself. Nobody from Amazon will ever call and ask you for it, for your password or for your card.

See you soon on Amazon.co.uk

= amazon-payment-declined subscription en amazon
Subject: Your payment was declined: update the payment method for your order
Preheader: Order {o=digits:3}-{digits:7}-{digits:7}

# There is a problem with your payment

Hello {me.first},

your bank has refused the payment for this item. Please check your card or choose another way to pay within five days; after that we cancel the order.

![{product}](https://m.media-amazon.com/images/I/{token:11}._AC_SL160_.jpg)(https://www.amazon.co.uk/gp/r.html?C={caps:14}&K={caps:13}&M=urn:rtn:msg:{stamp}{hex:32}&R={caps:13}&T=C&U=https%3A%2F%2Fwww.amazon.co.uk%2Fdp%2FB0{caps:8}%3Fref_%3Dpe_{digits:8}&H={caps:28}&ref_=pe_{digits:8})

=> Update payment method | https://www.amazon.co.uk/gp/r.html?C={caps:14}&K={caps:13}&M=urn:rtn:msg:{stamp}{hex:32}&R={caps:13}&T=C&U=https%3A%2F%2Fwww.amazon.co.uk%2Fgp%2Fcss%2Forder-history%3Fie%3DUTF8%26ref_%3Dpe_{digits:8}&H={caps:28}

~ Answers to this address are not delivered.

![](https://www.amazon.co.uk/gp/r.html?C={caps:14}&M=urn:rtn:msg:{stamp}{hex:32}&R={caps:13}&T=O&U=https%3A%2F%2Fimages-eu.ssl-images-amazon.com%2Fimages%2FG%2F02%2Fnav%2Ftransp.gif)

= netflix-payment-failed subscription en netflix
Subject: Your account is on hold
Preheader: Please update your payment details

# Please update your payment details

Hi {me.first},

the card or account you pay with did not work this month, so watching is paused. We will try once more in a few days. You can also enter new details now.

=> UPDATE ACCOUNT NOW | https://www.netflix.com/YourAccountPayment?lnktrk=EMP&g={hex:40}&lkid=UPDATE_PAYMENT_NOW_CTA

Help is in the [Help Centre](https://help.netflix.com/help?lnktrk=EMP&g={hex:40}&lkid=URL_HELP) or [contact us](https://help.netflix.com/contactus?lnktrk=EMP&g={hex:40}) now.

The Netflix team

~ Questions? Call 0800 {digits:3} {digits:4}. You get this because you are a member. Choose what we send in the [communication settings](https://www.netflix.com/EmailPreferences). Please do not answer this mail. SRC: {digits:5}_en_GB
Netflix International B.V.

![](https://beaconimages.netflix.net/img/{token:60})

= netflix-new-device account en netflix
Subject: A new device is using your account

# A new device signed in to your Netflix account

Hi {me.first},

A new device signed in to your Netflix account, {me.address}.

| Device | {Samsung – Smart TV|Chrome PC|iPad} |
| Location | {city} (approximate) |
| Time | {day}, {time} CET |

Was it you or someone at home? Then enjoy the show. If nobody you know did this, [change your password](https://www.netflix.com/password?g={hex:40}&lkid=CHANGE_PASSWORD&lnktrk=EVO) now.

~ Netflix International B.V., Karperstraat 8-10, 1075 KZ Amsterdam

= linkedin-pin code en linkedin
From: LinkedIn <security-noreply@linkedin.com>
Subject: {me.first}, here's your PIN
Preheader: Please use this verification code

Hi {me.first},

to finish signing in, type in this code:

:: {digits:6}

It works for 15 minutes. Share it with nobody.

| When: | {day}, {time} (GMT) |
| Where: | {city} (approximate) |
| What: | {Chrome on Windows|Safari on iPhone} |

**Not you?** Someone may have your password. [Change it now](https://www.linkedin.com/e/v2?e={host:6}-{host:8}-{host:2}&lipi=urn%3Ali%3Apage%3Aemail_email_security_challenge&a=uas-request-password-reset&midToken={token:24}).

~ This email was intended for {me}. [Learn why we included this.](https://www.linkedin.com/help/linkedin/answer/4788?lang=en)
© {year} LinkedIn Ireland Unlimited Company, Wilton Plaza, Wilton Place, Dublin 2.

= dropbox-storage-full account en dropbox
Subject: Your Dropbox is almost full
Preheader: Upgrade for more space

Hi {me.first},

only a little space is left in your Dropbox: {n:88-99}% are taken. When it is full, new files stay on the device they were made on.

=> Upgrade your Dropbox | https://www.dropbox.com/l/{token:24}/upgrade?_tk=email&oqa={token:12}&_ad={digits:10}

You could also [tidy up](https://www.dropbox.com/l/{token:24}/manage).

The Dropbox team

~ No more of these notices? [Turn them off](https://www.dropbox.com/l/{token:24}).
Dropbox, Inc., PO Box 77767, San Francisco, CA 94107

![](https://www.dropbox.com/l/{token:24}/pixel.gif)

= dropbox-password-reset account en dropbox
Subject: Reset your Dropbox password

Hi {me.first},

we were asked to change the password of your Dropbox account. If you asked, click here to set a new one:

=> Reset password | https://www.dropbox.com/l/{token:30}

Otherwise delete this message; nothing has changed. Please forward it to nobody. [More on keeping your account safe](https://help.dropbox.com/security).

The Dropbox team

= adobe-trial-ends subscription en adobe
Subject: Your Adobe Creative Cloud plan renews on {day:14}
Preheader: No action is needed

# Your plan is about to renew

Hi {me.first},

Thank you for being a member. Your annual plan renews automatically on {day:14} at {eur:24-66}/month (incl. VAT), unless you cancel before then.

=> Manage account | https://t-info.mail.adobe.com/r/?id=h{hex:8},{hex:8},{hex:8}&p1={token:24}&p2={digits:10}

~ Adobe and the Adobe logo are trademarks of Adobe in the United States and/or other countries. © {year} Adobe. All rights reserved. Adobe Systems Software Ireland Limited, 4-6 Riverwalk, Citywest Business Campus, Dublin 24. [Your Privacy](https://t-info.mail.adobe.com/r/?id=h{hex:8},{hex:8},{hex:8})

![](https://t-info.mail.adobe.com/r/?id=h{hex:8},{hex:8},1)

= zoom-new-device account en zoom
Subject: Code for signing in to Zoom
Plain: none

Hello {me.first},

you are signing in on a device that is new to us. Type this code in there:

:: {digits:6}

The code is valid for 10 minutes. If this wasn't you, please [reset your password](https://zoom.us/forgot_password) and turn on two-factor authentication in your [profile](https://zoom.us/profile).

~ Copyright ©{year} Zoom Video Communications, Inc. All rights reserved. [Visit zoom.us](https://zoom.us/), 55 Almaden Blvd, San Jose, CA 95113

= slack-sign-in-link code en slack
Subject: Slack confirmation code: {c=caps:3}-{d=caps:3}

# Confirm your email address

Go back to the window where you started and type in this code:

:: {c=caps:3}-{d=caps:3}

You did not ask for it? Then forget about this mail.

~ Made by Slack Technologies, LLC, 500 Howard Street, San Francisco, CA 94105 [Our blog](https://slack.com/blog) | [Policies](https://slack.com/legal) | [Help center](https://slack.com/help)

= facebook-login-alert account en facebook
Subject: Facebook login alert

Hi {me.first},

there was an attempt to log in to your account on {day} at {time}, from near {city}. Was it yours?

=> Review login | https://www.facebook.com/nd/?login_alerts%2Fstart%2F&fbid=0&medium=email&mid={hex:30}G{hex:12}G{hex:10}&n_m={me.user}%40contoso.com

Until you tell us, the account stays locked for that device.

Thanks,
The Facebook Team

~ Sent to {me.address}, as you chose to be told of log-ins. Meta Platforms Ireland Ltd., ATTN: Community Operations, Merrion Road, Dublin 4, D04 X2K5. Please do not forward this mail. [Why](https://www.facebook.com/email_forward_notice/?mid={hex:30})

![](https://www.facebook.com/email_open_log_pic.php?mid={hex:30}G{hex:12})

= steam-guard-code code en steam
Subject: Your Steam account: Access from new computer
Plain: apology

# {me.user},

Your Steam Guard code for the account {me.user}:

:: {caps:5}

Someone at {ip} ({city}) knows your name and password and wants to sign in. **Without this code they get no further.**

**Is it not you?** Change your password on Steam, and that of your mailbox as well.

Locked out? [Take this way back to your account](https://help.steampowered.com/en/wizard/HelpUnauthorizedLogin?s={digits:12}&account={digits:9}&code={caps:10}).

The Steam Support Team
[https://help.steampowered.com](https://help.steampowered.com)

= firm-password-reset-asked account en grid
Subject: Reset your {firm} password

Hi {me.first},

You asked us to reset the password of your {firm} account. Please {click on the button below|click here}  within the next {30 minutes|hour|24 hours}:

=> Choose a new password | https://app.{firm.domain}/users/password/edit?reset_password_token={token:20}

If the button doesn't work, copy this address into your browser:
https://app.{firm.domain}/users/password/edit?reset_password_token={token:20}

Didn't ask for it? Then you can ignore this message; your password stays as it is.

~ {firm}, {street}, {city}

= firm-confirm-address account en sesFirm
Subject: {Please confirm your email address|Confirm your email ✉️|One more step: verify your email}
Preheader: Activate your account

# Welcome to {firm}!

Thanks for signing up, {me.first}. Please click the button below to confirm that {me.address} is your address, so that we can activate your account. The link is valid for 48 hours.

=> Verify email address | https://my.{firm.domain}/verify/{token:64}?email={me.user}%40contoso.com

~ You get this message because somebody, hopefully you, signed up with this address. No account will be made if you do nothing.
{firm} · {street} · {city}

= atlassian-export-token account en atlassian
Subject: You created an API token

Hi {me.first},

An API token named “{backup|reporting|ci-{digits:2}}” was created for your Atlassian account {me.address} on {day}.

If you didn't do this, [revoke the token](https://id.atlassian.com/manage-profile/security/api-tokens) and change your password.

Cheers,
The Atlassian team

~ [Contact us](https://support.atlassian.com/contact/) · Level 6, 341 George Street, Sydney NSW 2000, Australia

= aws-root-sign-in account en aws
Subject: AWS account password updated
Plain: only

Greetings from AWS,

the password of the AWS account that belongs to {me.address} has just been changed, as asked for.

If it was not you, please get in touch with AWS Support at once: https://aws.amazon.com/contact-us/account-support/

Amazon Web Services Inc., 410 Terry Ave. North, Seattle, WA 98109-5210

= letsencrypt-expiry account en letsencrypt
Subject: Let's Encrypt certificate expiration notice for domain "{mail|www|shop|cloud}.contoso.com"
Plain: only

Hello,

the certificate for the name below runs out on {iso:14}. Unless you renew it by then, browsers will warn your visitors.

Best let a program renew it, a month ahead: https://letsencrypt.org/docs/integration-guide/

cloud.contoso.com

Questions: https://community.letsencrypt.org/ (we cannot answer mail)

No more notices:
https://mandrillapp.com/track/unsub.php?u={digits:8}&id={hex:32}

= spotify-premium-ends subscription en spotify
Subject: Your Premium payment didn't go through 😕
Preheader: Update your details to keep listening

# We couldn’t process your payment

Hi {me.first}, your last payment for Spotify Premium failed. To keep your Premium, please check your card details by {day:7}. We'll try again on that day.

=> UPDATE DETAILS | https://www.spotify.com/account/subscription/update?utm_source=email&utm_campaign=billing

~ This message was sent to {me.address}. If you have questions or complaints, please [contact us](https://support.spotify.com). Spotify AB, Regeringsgatan 19, 111 53 Stockholm, Sweden

= microsoft365-invoice subscription en microsoft365
Subject: Your Microsoft invoice {caps:10} is ready

# Your invoice is ready

The latest invoice for contoso.com waits for you in the Microsoft 365 admin center.

| Organization | Contoso Ltd |
| Billing period | {month:-30} |
| Invoice number | {caps:10} |
| Amount due | {eur:120-4200} |

=> View your bill | https://admin.microsoft.com/adminportal/home#/billoverview/invoice-list

It is due on {day:30}. If you pay automatically, you need not do anything.

~ Nobody reads answers to this address. [Privacy](https://go.microsoft.com/fwlink/?LinkId=521839) Microsoft Corporation, One Microsoft Way, Redmond, WA 98052

= quarantine-digest digest en quarantine
Subject: Microsoft 365 security: You have messages in quarantine

# Review these messages

We held back {n:1-9} messages for you up to {day} {time} (UTC). For 30 days you can look at them on the [Quarantine page](https://security.microsoft.com/quarantine) in the Security Center.

| Prevented spam messages | |
| Sender: | {news|info|sales}@{firm.domain} |
| Subject: | {Last chance for early birds|Invitation|Your quote} |
| Date: | {day} {time} |

=> Review Message | https://security.microsoft.com/quarantine?id={hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}

=> Release | https://security.microsoft.com/quarantine?id={hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}&action=release

~ © {year} Microsoft Corporation. All rights reserved. [Privacy Statement](https://privacy.microsoft.com/privacystatement) · Acceptable Use Policy
`;
