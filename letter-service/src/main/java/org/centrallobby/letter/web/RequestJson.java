package org.centrallobby.letter.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * How the bodies of requests are read: nothing is guessed and nothing passed over, so that an organisation's typing error is
 * an error and not a setting that was never made. What other services say is read elsewhere, and leniently.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class RequestJson implements ContextResolver<ObjectMapper> {
    private final ObjectMapper strict;

    RequestJson(ObjectMapper json) {
        this.strict = strict(json);
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return strict;
    }

    /** Reads a body that does not come as JSON by its media type. */
    public <T> T read(byte[] body, Class<T> type) throws IOException {
        return strict.readValue(body, type);
    }

    static ObjectMapper strict(ObjectMapper json) {
        var strict = json.copy()
                // Of the public's bodies those that say so are read leniently: an older page may speak to a newer
                // service.
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .registerModule(new SimpleModule("values")
                        .addDeserializer(String.class, new Text())
                        .addDeserializer(Instant.class, new Time()));
        // A text is no number, whatever stands in it, and an empty one is not a value that was left out.
        strict.coercionConfigDefaults().setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        return strict.setConfig(strict.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
    }

    /** Texts that every part behind can hold: PostgreSQL knows no NUL, and half a surrogate pair is no character. */
    private static final class Text extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1;

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            var text = parser.getText();
            if (text.codePoints().anyMatch(Text::isNoCharacter)) {
                return (String) context.handleWeirdStringValue(String.class, text, "holds what is no character");
            }
            return text;
        }

        private static boolean isNoCharacter(int value) {
            return value == 0 || Character.getType(value) == Character.SURROGATE;
        }
    }

    /**
     * Times as ISO 8601 writes them, with a zone and a year of four digits. A number says not whether it counts seconds or
     * milliseconds, and PostgreSQL knows fewer years than Java.
     */
    private static final class Time extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        Time() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            try {
                var time = Instant.parse(parser.getText());
                var year = time.atOffset(ZoneOffset.UTC).getYear();
                if (year >= 1 && year <= 9999) {
                    return time;
                }
            } catch (DateTimeParseException e) {
                // Answered below.
            }
            return (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "is no time with a zone");
        }
    }
}
