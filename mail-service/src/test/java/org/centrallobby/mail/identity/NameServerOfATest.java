package org.centrallobby.mail.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A name server on loopback that knows what a test tells it. */
final class NameServerOfATest implements AutoCloseable {
    private static final NameServerOfATest SHARED = new NameServerOfATest();
    private static final int LONGEST_STRING = 255;

    private final DatagramSocket socket;
    private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
    private volatile boolean silent;

    NameServerOfATest() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** The one that the service under test asks. */
    static NameServerOfATest shared() {
        return SHARED;
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    void txt(String name, String... values) {
        var all = new ArrayList<Record>();
        for (var value : values) {
            var parts = new ArrayList<String>();
            for (var start = 0; start < value.length(); start += LONGEST_STRING) {
                parts.add(value.substring(start, Math.min(value.length(), start + LONGEST_STRING)));
            }
            all.add(new TXTRecord(name(name), DClass.IN, 60, parts));
        }
        records.put(key(name, Type.TXT), all);
    }

    void mx(String name, String host) {
        records.put(key(name, Type.MX), List.of(new MXRecord(name(name), DClass.IN, 60, 10, name(host))));
    }

    void remove(String name) {
        records.remove(key(name, Type.TXT));
        records.remove(key(name, Type.MX));
    }

    /** Answers nothing from now on, or answers again. */
    void fallSilent(boolean silent) {
        this.silent = silent;
    }

    private void serve() {
        var buffer = new byte[4_096];
        try {
            while (true) {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                if (!silent) {
                    answer(packet);
                }
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void answer(DatagramPacket packet) throws IOException {
        var query = new Message(java.util.Arrays.copyOf(packet.getData(), packet.getLength()));
        var question = query.getQuestion();
        var reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.addRecord(question, Section.QUESTION);
        var found = records.get(key(question.getName().toString(true), question.getType()));
        if (found == null) {
            reply.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            found.forEach(record -> reply.addRecord(record, Section.ANSWER));
        }
        var wire = reply.toWire();
        socket.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
    }

    private static String key(String name, int type) {
        return name.toLowerCase(Locale.ROOT) + ' ' + type;
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
