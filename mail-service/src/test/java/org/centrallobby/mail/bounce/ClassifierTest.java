package org.centrallobby.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centrallobby.mail.bounce.Letters.mail;
import static org.centrallobby.mail.bounce.Letters.report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of returned mail is told from the others by. */
class ClassifierTest {
    private static final String ORIGINAL = "Message-ID: <01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d@lobby.example>\n"
            + "Return-Path: <b-token@bounces.lobby.example>";

    @Test
    void aReportOfAnUnknownUserIsHardAndLeadsToItsMail() {
        var understood = Classifier.classify(report(
                "b-token@bounces.lobby.example",
                "ann@example.org",
                "failed",
                "5.1.1",
                "550 5.1.1 No such user",
                ORIGINAL));

        assertThat(understood.mailClass()).isEqualTo(MailClass.HARD);
        assertThat(understood.recipients()).singleElement().satisfies(one -> {
            assertThat(one.address()).isEqualTo("ann@example.org");
            assertThat(one.status()).isEqualTo("5.1.1");
            assertThat(one.code()).isEqualTo(550);
            assertThat(one.reason()).isEqualTo(Reason.USERUNKNOWN);
        });
        assertThat(understood.traces().addresses()).contains("b-token@bounces.lobby.example");
        assertThat(understood.traces().messageIds()).contains("01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d@lobby.example");
        assertThat(understood.author()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failed    | 5.1.1 | 550 5.1.1 The email account that you tried to reach does not exist | HARD | USERUNKNOWN",
                "failed    | 5.0.0 | 550 unknown user                                        | HARD | USERUNKNOWN",
                "failed    | 5.1.10| 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup | HARD | USERUNKNOWN",
                "failed    | 5.4.4 | 550 5.4.4 Host or domain name not found                 | HARD | HOSTUNKNOWN",
                "failed    | 5.1.6 | 550 5.1.6 User has moved                                | HARD | HASMOVED",
                "failed    | 5.2.2 | 552 5.2.2 Mailbox full                                  | SOFT | MAILBOXFULL",
                "failed    | 5.1.1 | 552 5.2.2 Over quota                                    | SOFT | MAILBOXFULL",
                "failed    | 5.7.1 | 550 5.7.1 Message rejected as spam                      | SOFT | SPAMDETECTED",
                "failed    | 5.7.1 | 554 5.7.1 Service unavailable; Client host blocked using zen.spamhaus.org | SOFT | BLOCKED",
                "failed    | 5.1.1 | 550 5.7.1 Administrative prohibition - envelope blocked | SOFT | POLICYVIOLATION",
                "failed    | 5.7.1 | 550 5.7.1 Relaying denied                               | SOFT | NORELAYING",
                "failed    | 5.1.8 | 550 5.1.8 Domain of sender address ann@example.net does not exist | SOFT | REJECTED",
                "failed    | 5.7.26| 550 5.7.26 fails DMARC                                  | SOFT | AUTHFAILURE",
                "failed    | 5.2.1 | 550 5.2.1 The email account that you tried to reach is disabled | SOFT | SUSPEND",
                "failed    | 5.0.0 | 550 5.1.1 ann@example.org...User unknown                | HARD | USERUNKNOWN",
                "failed    | 5.1.1 | 550 5.1.1 Mae'r cyfeiriad hwn yn anhysbys               | HARD | USERUNKNOWN",
                "failed    | 5.1.1 | 550 5.1.1 This mailbox has been deleted                 | HARD | USERUNKNOWN",
                "failed    | 5.0.0 | ユーザー ann (ann@example.org) は Domino ディレクトリには見つかりません。 | HARD | USERUNKNOWN",
                "failed    | 5.5.0 | 554 5.5.0 The domain is not reachable                   | HARD | HOSTUNKNOWN",
                "failed    | 4.1.1 | 452 4.1.1 Requested action aborted                      | SOFT | ONHOLD",
                "failed    | 5.0.0 | 550 No such user here; sender verify failed             | SOFT | REJECTED",
                "failed    | 5.1.8 | 550 The sending domain does not exist                   | SOFT | REJECTED",
                "failed    | 5.4.4 | Host not found, try again                               | SOFT | NETWORKERROR",
                "failed    | 5.1.0 | 550 5.1.0 is not allowed to send per its SPF record     | SOFT | AUTHFAILURE",
                "failed    | 5.0.0 | 421 Too many unknown users                              | SOFT | RATELIMITED",
                "failed    | 4.4.7 | 421 4.4.7 Delivery time expired                         | SOFT | EXPIRED",
                "delayed   | 4.1.1 | 450 4.1.1 User unknown                                  | DELAYED | USERUNKNOWN",
                "delivered | 2.0.0 | 250 2.0.0 OK                                            | DELIVERED | DELIVERED",
                "relayed   | 2.1.9 | 250 2.1.9 relayed                                       | DELIVERED | DELIVERED",
            })
    void aReportIsReadByItsActionItsCodesAndItsWords(
            String action, String status, String words, MailClass expected, Reason reason) {
        var understood =
                Classifier.classify(report("x@lobby.example", "ann@example.org", action, status, words, ORIGINAL));

        assertThat(understood.mailClass()).isEqualTo(expected);
        assertThat(understood.recipients())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Automatic reply: Your letter\nAuto-Submitted: auto-replied",
                "Subject: Re: Your letter\nAuto-Submitted: auto-generated\nReturn-Path: <>",
                "Subject: Out of Office: Your letter",
                "Subject: RE: Automatic reply: Your letter",
                "Subject: Your letter\nX-Autoreply: yes",
                "Subject: Your letter\nX-Auto-Response-Suppress: OOF, AutoReply",
                "Subject: Your letter\nPrecedence: auto_reply",
                "Subject: Ateb awtomatig: Eich llythyr",
                "Subject: Ymateb Awtomatig",
                "Subject: Allan o'r swyddfa",
                "Subject: Allan o’r Swyddfa: Eich llythyr",
                "Subject: Your letter\nReturn-Path: <>",
            })
    void anAutomaticAnswerSuppressesNobodyWhateverItSays(String header) {
        var understood = Classifier.classify(mail("""
                From: Jane Member <jane@parliament.example>
                To: b-token@bounces.lobby.example
                In-Reply-To: <01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d@lobby.example>
                %s

                This user no longer works here. 550 5.1.1 User unknown.
                The mailbox does not exist and your message was not delivered.
                """.formatted(header)));

        assertThat(understood.mailClass()).isEqualTo(MailClass.AUTO_REPLY);
        assertThat(understood.recipients()).isEmpty();
        assertThat(understood.author()).isNotNull();
    }

    @Test
    void anAutomaticAnswerMayGiveItselfAwayByItsFirstSentenceOnly() {
        assertThat(answer(
                        "Subject: Re: Your letter",
                        "This is an automated response to confirm that your e-mail has arrived."))
                .isEqualTo(MailClass.AUTO_REPLY);
        assertThat(answer(
                        "Subject: Re: Eich llythyr", "Dyma ateb awtomatig i gadarnhau ein bod wedi derbyn eich neges."))
                .isEqualTo(MailClass.AUTO_REPLY);
    }

    @Test
    void whoQuotesABounceIsAPersonAllTheSame() {
        var understood = Classifier.classify(mail("""
                Return-Path: <jane@parliament.example>
                From: =?UTF-8?Q?Si=C3=A2n_Member?= <jane@parliament.example>
                To: b-token@bounces.lobby.example
                Subject: RE: Undeliverable: Your letter
                In-Reply-To: <01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d@lobby.example>
                Content-Type: text/plain; charset=utf-8

                Dear Ann, did you get this too? I had it back:

                > This is the mail system at host mx.example.net.
                > <ann@example.org>: host mx said: 550 5.1.1 User unknown
                > Final-Recipient: rfc822; ann@example.org
                > Action: failed
                > Status: 5.1.1
                """));

        assertThat(understood.mailClass()).isEqualTo(MailClass.REPLY);
        assertThat(understood.recipients()).isEmpty();
        assertThat(understood.author()).isNotNull().satisfies(author -> {
            assertThat(author.name()).isEqualTo("Siân Member");
            assertThat(author.address()).isEqualTo("jane@parliament.example");
            assertThat(author.text()).startsWith("Dear Ann");
        });
        assertThat(understood.traces().messageIds())
                .containsExactly("01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d@lobby.example");
    }

    @Test
    void whoForwardsABounceIsAPersonAllTheSame() {
        var bounce = new String(
                report("x@lobby.example", "ann@example.org", "failed", "5.1.1", "550 5.1.1 No such user", ORIGINAL),
                java.nio.charset.StandardCharsets.UTF_8);
        var understood = Classifier.classify(mail("""
                From: Jane <jane@parliament.example>
                Subject: Re: Your letter
                References: <01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d@lobby.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="outer"

                --outer
                Content-Type: text/plain

                See attached, your message could not be delivered.
                --outer
                Content-Type: message/rfc822

                %s
                --outer--
                """.formatted(bounce)));

        assertThat(understood.mailClass()).isEqualTo(MailClass.REPLY);
        assertThat(understood.recipients()).isEmpty();
    }

    @Test
    void aReplyInHtmlIsReadAsText() {
        var understood = Classifier.classify(mail("""
                From: jane@parliament.example
                Subject: Re: Your letter
                References: <one@lobby.example> <two@lobby.example>
                Content-Type: text/html; charset=utf-8

                <html><head><style>p { color: red }</style></head><body><p>Dear&nbsp;Ann,</p>
                <p>I shall vote &amp; speak for it.<script>alert(1)</script></p></body></html>
                """));

        assertThat(understood.mailClass()).isEqualTo(MailClass.REPLY);
        assertThat(understood.author()).isNotNull();
        assertThat(java.util.Objects.requireNonNull(understood.author()).text())
                .isEqualTo("Dear Ann,\n\nI shall vote & speak for it.");
        assertThat(understood.traces().messageIds()).containsExactly("two@lobby.example", "one@lobby.example");
    }

    @ParameterizedTest
    @CsvSource({
        "abuse, COMPLAINT",
        "fraud, COMPLAINT",
        "opt-out, COMPLAINT",
        "not-spam, UNKNOWN",
        "auth-failure, UNKNOWN"
    })
    void aFeedbackReportIsAComplaintUnlessItSaysTheContrary(String type, MailClass expected) {
        var understood = Classifier.classify(mail("""
                From: feedback@provider.example
                To: abuse@lobby.example
                Subject: FW: Please vote
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="b"

                --b
                Content-Type: text/plain

                This is an email abuse report.
                --b
                Content-Type: message/feedback-report

                Feedback-Type: %s
                Version: 1
                Original-Mail-From: <b-token@bounces.lobby.example>
                Original-Rcpt-To: <ann@example.org>
                --b
                Content-Type: message/rfc822

                Message-ID: <01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d@lobby.example>
                To: redacted
                Subject: Please vote

                Hello
                --b--
                """.formatted(type)));

        assertThat(understood.mailClass()).isEqualTo(expected);
        assertThat(understood.traces().addresses()).contains("b-token@bounces.lobby.example");
        assertThat(understood.traces().messageIds()).contains("01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d@lobby.example");
    }

    @Test
    void anythingElseIsNotToldAndHasNoConsequence() {
        assertThat(Classifier.classify(new byte[0]).mailClass()).isEqualTo(MailClass.UNKNOWN);
        assertThat(answer("Subject: Cheap watches", "Buy now")).isEqualTo(MailClass.UNKNOWN);
        assertThat(answer("Subject: Re: News\nList-Id: <news.example.org>", "Hello all"))
                .isEqualTo(MailClass.UNKNOWN);
    }

    @Test
    void threeRecipientsOfOneBounceEachHaveTheirOwnReason() {
        var understood = Classifier.classify(mail("""
                Return-Path: <>
                From: Mail Delivery System <Mailer-Daemon@mx.example.net>
                Subject: Mail delivery failed: returning message to sender

                This message was created automatically by mail delivery software.
                A message that you sent could not be delivered to one or more of its
                recipients. This is a permanent error. The following address(es) failed:

                  ann@example.org
                    host mx.example.org [192.0.2.1]
                    SMTP error from remote mail server after RCPT TO:<ann@example.org>:
                    550 No such user here
                  bob@example.org
                    host mx.example.org [192.0.2.1]
                    SMTP error from remote mail server after RCPT TO:<bob@example.org>:
                    552 Mailbox full
                  cat@example.org
                    host mx.example.org [192.0.2.1]
                    SMTP error from remote mail server after end of data:
                    550 Message rejected as spam

                ------ This is a copy of the message, including all the headers. ------

                Message-ID: <01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d@lobby.example>
                To: dan@example.org
                """));

        assertThat(understood.recipients())
                .extracting(ReturnedRecipient::address, ReturnedRecipient::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ann@example.org", Reason.USERUNKNOWN),
                        org.assertj.core.groups.Tuple.tuple("bob@example.org", Reason.MAILBOXFULL),
                        org.assertj.core.groups.Tuple.tuple("cat@example.org", Reason.SPAMDETECTED));
        assertThat(understood.mailClass()).isEqualTo(MailClass.HARD);
        assertThat(understood.traces().messageIds()).contains("01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d@lobby.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.org on 4/29/10 11:34:45 PM\n    The recipient name is not recognized",
                "c=GB;a= ;p=Example;dda:SMTP=ann@example.org; on Fri, 4 Oct 2002 17:12:28 -0400\n    The recipient name is not recognized",
                "Invalid final delivery userid: ann@example.org",
                "\"ann@example.org\"\n    no such user",
                "The following message, addressed to 'ann@example.org', failed: no such user",
                "The address to which you wrote, ann@example.org, did not match: unknown user",
            })
    void whoeverIsMeantIsFoundHoweverTheSystemWritesIt(String account) {
        var understood = Classifier.classify(mail("""
                Return-Path: <>
                From: System Administrator <postmaster@mx.example.net>
                To: b-token@bounces.lobby.example
                Subject: Undeliverable: Your letter

                Your message

                  To:      list@lobby.example
                  Subject: Your letter

                did not reach the following recipient(s):

                %s
                """.formatted(account)));

        assertThat(understood.recipients())
                .extracting(ReturnedRecipient::address, ReturnedRecipient::mailClass)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ann@example.org", MailClass.HARD));
    }

    @Test
    void aBounceThatNamesNobodyIsOneAllTheSame() {
        var understood = Classifier.classify(mail("""
                Return-Path: <>
                From: Mailer-Daemon@mx.example.net
                To: b-token@bounces.lobby.example
                Subject: Message status - undeliverable

                The message that you sent was undeliverable to the following:
                    ann (User account is expired)
                """));

        assertThat(understood.mailClass()).isEqualTo(MailClass.SOFT);
        assertThat(understood.recipients()).singleElement().satisfies(one -> {
            assertThat(one.address()).isNull();
            assertThat(one.reason()).isEqualTo(Reason.SUSPEND);
        });
    }

    @Test
    void aReportWithinAnEmptyReportCounts() {
        var inner = new String(
                report("x@lobby.example", "ann@example.org", "failed", "5.1.1", "550 5.1.1 User unknown", ORIGINAL),
                java.nio.charset.StandardCharsets.UTF_8);
        var understood = Classifier.classify(mail("""
                From: Mail Delivery Subsystem <MAILER-DAEMON@gateway.example.net>
                To: b-token@bounces.lobby.example
                Subject: Returned mail
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="outer"

                --outer
                Content-Type: text/plain

                ----- The following addresses had permanent delivery errors -----

                --outer
                Content-Type: message/rfc822

                %s
                --outer--
                """.formatted(inner)));

        assertThat(understood.recipients())
                .extracting(ReturnedRecipient::address, ReturnedRecipient::mailClass)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ann@example.org", MailClass.HARD));
    }

    @Test
    void aMailKeptWithBareCarriageReturnsIsReadAsWell() {
        var report = new String(
                report("x@lobby.example", "ann@example.org", "failed", "5.1.1", "550 5.1.1 User unknown", ORIGINAL),
                java.nio.charset.StandardCharsets.UTF_8);
        var kept = report.replace("\r\n", "\n").replace('\n', '\r');

        assertThat(Classifier.classify(kept.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .mailClass())
                .isEqualTo(MailClass.HARD);
    }

    @Test
    void aMailboxWithinAMachineGivesWayToWhomTheMailWasFor() {
        var understood = Classifier.classify(mail("""
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.net
                Subject: Delivery Notification: Delivery has failed
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net

                Original-Recipient: rfc822;ann@example.org
                Final-Recipient: rfc822;ann@ims-daemon
                Action: failed
                Status: 5.2.2

                Original-Recipient: rfc822;ann@example.org
                Final-Recipient: rfc822;bob@ims-daemon
                Action: failed
                Status: 5.2.2
                --b--
                """));

        assertThat(understood.recipients())
                .singleElement()
                .satisfies(one -> assertThat(one.address()).isEqualTo("ann@example.org"));
    }

    @Test
    void aRefusalThatIsDressedAsAReadingIsOneAllTheSame() {
        var understood = Classifier.classify(mail("""
                From: Mail Delivery Subsystem <postmaster@example.org>
                To: b-token@bounces.lobby.example
                Subject: Automatically rejected mail
                Auto-Submitted: auto-replied (rejected)
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=disposition-notification; boundary="b"

                --b
                Content-Type: text/plain

                Your message to <ann@example.org> was automatically rejected:
                Quota exceeded

                --b
                Content-Type: message/disposition-notification

                Final-Recipient: rfc822; ann@example.org
                Disposition: automatic-action/MDN-sent-automatically; deleted
                --b--
                """));

        assertThat(understood.mailClass()).isEqualTo(MailClass.SOFT);
        assertThat(understood.recipients())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(Reason.MAILBOXFULL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Verzögert: Brief      | Die Nachricht wurde noch nicht zugestellt.",
                "Delivery notification | Could not be delivered yet. Delivery attempts will continue.",
                "Mail delivery warning | Delivery has been postponed; we will continue to try to deliver it.",
            })
    void aDelayIsNoFailureInWhateverLanguage(String subject, String text) {
        var understood = Classifier.classify(mail("""
                From: postmaster@mx.example.net
                Subject: %s
                Content-Type: text/plain; charset=utf-8

                %s

                <ann@example.org>: user unknown
                """.formatted(subject, text)));

        assertThat(understood.mailClass()).isEqualTo(MailClass.DELAYED);
    }

    @Test
    void nothingThatIsSaidOfSomebodyNamesHim() {
        var understood = Classifier.classify(report(
                "x@lobby.example",
                "ann@example.org",
                "failed",
                "5.1.1",
                "550 5.1.1 <ann@example.org> unknown",
                ORIGINAL));

        assertThat(understood.toString() + understood.recipients().getFirst().words())
                .doesNotContain("ann@", "b-token");
    }

    private static MailClass answer(String header, String text) {
        return Classifier.classify(mail("From: Jane <jane@parliament.example>\n%s\n\n%s\n".formatted(header, text)))
                .mailClass();
    }
}
