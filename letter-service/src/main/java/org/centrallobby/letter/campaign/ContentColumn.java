package org.centrallobby.letter.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Writes a campaign's content as the JSON of its column, and reads that of every version there was. */
@Converter
class ContentColumn implements AttributeConverter<CampaignContent, String> {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public String convertToDatabaseColumn(CampaignContent content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A campaign's content cannot be written", e);
        }
    }

    @Override
    public CampaignContent convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, CampaignContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A campaign's content cannot be read", e);
        }
    }
}
