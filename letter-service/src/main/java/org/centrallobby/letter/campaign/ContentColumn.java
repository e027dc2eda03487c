package org.centrallobby.letter.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/**
 * Writes a campaign's content as the JSON of its column, and reads that of every version there was. A content never changes,
 * so Hibernate need not keep a copy of it to compare with.
 */
@Converter
@Immutable
class ContentColumn implements AttributeConverter<CampaignContent, String> {
    /** The characters of all contents that are kept: some hundred campaigns. */
    private static final int MOST_CHARACTERS = 2_000_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Every letter reads its campaign: the same content is parsed once. */
    private static final Cache<String, CampaignContent> READ = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .<String, CampaignContent>weigher((column, content) -> column.length())
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
        return READ.get(column, ContentColumn::read);
    }

    private static CampaignContent read(String column) {
        try {
            return JSON.readValue(column, CampaignContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A campaign's content cannot be read", e);
        }
    }
}
