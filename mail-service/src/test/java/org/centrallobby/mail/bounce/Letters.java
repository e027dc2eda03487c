package org.centrallobby.mail.bounce;

import java.nio.charset.StandardCharsets;

/** Mails that come back, as tests write them. */
final class Letters {
    private Letters() {}

    /** A message with CRLF line ends, in UTF-8. */
    static byte[] mail(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A delivery report as Postfix writes it, about a mail with that Message-ID, with that status and those words. */
    static byte[] report(
            String to, String recipient, String action, String status, String diagnostic, String original) {
        return mail(
                """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                This is a MIME-encapsulated message.

                --b1
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not
                be delivered to one or more recipients. It's attached below.

                <%s>: host mx.example.org[192.0.2.1] said: %s (in reply to
                    RCPT TO command)

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net
                Arrival-Date: Thu, 26 Nov 2026 10:00:00 +0000 (GMT)

                Final-Recipient: rfc822; %s
                Original-Recipient: rfc822;%s
                Action: %s
                Status: %s
                Remote-MTA: dns; mx.example.org
                Diagnostic-Code: smtp; %s

                --b1
                Content-Type: text/rfc822-headers

                %s
                Subject: Please vote for the amendment

                --b1--
                """.formatted(to, recipient, diagnostic, recipient, recipient, action, status, diagnostic, original));
    }
}
