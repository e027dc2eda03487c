package org.centrallobby.bench;

import org.centrallobby.testbed.smtp.Script;
import org.centrallobby.testbed.smtp.SmtpServer;

/** Takes mails, counts them and throws them away. */
interface MailSink extends AutoCloseable {
    /** How many it has taken. */
    long count();

    @Override
    void close();

    /** {@code smtp-sink}, or where it is not installed a server in this process, which costs more. */
    static MailSink start(int port) {
        return Postfix.hasSink() ? PostfixSink.start(port) : new OwnSink(SmtpServer.counting(port, Script.friendly()));
    }

    /** A server in this process. */
    record OwnSink(SmtpServer server) implements MailSink {
        @Override
        public long count() {
            return server.count();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
