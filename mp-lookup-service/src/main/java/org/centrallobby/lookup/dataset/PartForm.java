package org.centrallobby.lookup.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.centrallobby.lookup.postcode.PostcodeIndexFile;
import org.centrallobby.lookup.seat.Seat;

/** The form in which parts are kept in the database: the same data, the same bytes. */
@ApplicationScoped
class PartForm {
    private static final TypeReference<Map<Integer, List<Integer>>> SPLITS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Seat>> SEATS = new TypeReference<>() {};
    private static final TypeReference<List<Correction>> CORRECTIONS = new TypeReference<>() {};

    private final ObjectMapper json;

    PartForm(ObjectMapper json) {
        this.json = json;
    }

    byte[] write(PartContent content) {
        return switch (content) {
            case PartContent.Postcodes(var index) -> PostcodeIndexFile.write(index);
            case PartContent.NorthernIreland(var index) -> PostcodeIndexFile.write(index);
            case PartContent.Splits(var places) -> bytes(new TreeMap<>(places));
            case PartContent.Members(var seats) -> bytes(new TreeMap<>(seats));
            case PartContent.Corrections(var known) -> bytes(known);
            case PartContent.ParliamentState(var state) -> bytes(state);
        };
    }

    /** @throws IllegalArgumentException if another version of the service wrote them in another form */
    PartContent read(Part part, byte[] bytes) {
        try {
            return switch (part) {
                case POSTCODES -> new PartContent.Postcodes(PostcodeIndexFile.read(bytes));
                case NORTHERN_IRELAND -> new PartContent.NorthernIreland(PostcodeIndexFile.read(bytes));
                case SPLITS -> new PartContent.Splits(json.readValue(bytes, SPLITS));
                case MEMBERS -> new PartContent.Members(json.readValue(bytes, SEATS));
                case CORRECTIONS -> new PartContent.Corrections(json.readValue(bytes, CORRECTIONS));
                case PARLIAMENT -> new PartContent.ParliamentState(json.readValue(bytes, Parliament.class));
            };
        } catch (IOException e) {
            throw new IllegalArgumentException("A part of another version", e);
        }
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A part cannot be written", e);
        }
    }
}
