package org.centrallobby.mail.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks the configured name server, or those of the machine; nothing is taken from a cache of ours. */
@ApplicationScoped
class NameServers {
    private static final int TRIES = 2;

    private final @Nullable InetSocketAddress server;
    private final Duration timeout;

    NameServers(IdentityConfig config) {
        this.server = config.resolver().map(NameServers::address).orElse(null);
        this.timeout = config.dnsTimeout();
    }

    /** A look at the DNS that is over within the time given, whatever is asked. */
    Dns within(Duration limit) {
        return new Look(resolver(), System.nanoTime(), limit);
    }

    private Resolver resolver() {
        var resolver =
                server == null ? new ExtendedResolver() : new ExtendedResolver(List.of(new SimpleResolver(server)));
        resolver.setRetries(TRIES);
        resolver.setTimeout(timeout);
        return resolver;
    }

    private static InetSocketAddress address(String text) {
        var colon = text.lastIndexOf(':');
        try {
            return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalStateException("identity.resolver must be host:port, such as 192.0.2.53:53", e);
        }
    }

    private record Look(Resolver resolver, long began, Duration limit) implements Dns {
        @Override
        public List<String> txt(String name) throws NoAnswer {
            return ask(name, Type.TXT, record -> text((TXTRecord) record));
        }

        @Override
        public List<String> mx(String name) throws NoAnswer {
            return ask(
                    name,
                    Type.MX,
                    record -> "%d %s"
                            .formatted(
                                    ((MXRecord) record).getPriority(),
                                    ((MXRecord) record).getTarget().toString(true)));
        }

        private List<String> ask(String name, int type, Function<Record, String> read) throws NoAnswer {
            if (System.nanoTime() - began > limit.toNanos()) {
                throw new NoAnswer("The name servers took too long");
            }
            try {
                var lookup = new Lookup(Name.fromString(name, Name.root), type);
                lookup.setResolver(resolver);
                lookup.setCache(null);
                lookup.setSearchPath(new Name[0]);
                var records = lookup.run();
                return switch (lookup.getResult()) {
                    case Lookup.SUCCESSFUL -> read(records, read);
                    case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> List.of();
                    default -> throw new NoAnswer("The name servers did not answer for " + name);
                };
            } catch (TextParseException e) {
                return List.of();
            }
        }

        private static List<String> read(Record[] records, Function<Record, String> read) {
            var values = new ArrayList<String>();
            for (var record : records) {
                values.add(read.apply(record));
            }
            return values;
        }

        private static String text(TXTRecord record) {
            var text = new StringBuilder();
            record.getStringsAsByteArrays().forEach(part -> text.append(new String(part, StandardCharsets.UTF_8)));
            return text.toString();
        }
    }
}
