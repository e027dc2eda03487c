package org.centrallobby.letter.osdi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a collection, in the shape of HAL.
 *
 * @param page its number, where it was asked for by number
 * @param totalRecords only where totals were asked for, as {@code totalPages}
 * @param embedded the relation of the collection and its entries; there also where the page is empty, as programs look for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Listing<T>(
        @JsonProperty("per_page") int perPage,
        @Nullable Integer page,
        @JsonProperty("total_pages") @Nullable Long totalPages,
        @JsonProperty("total_records") @Nullable Long totalRecords,
        @JsonProperty("_links") Map<String, Object> links,
        @JsonProperty("_embedded") Map<String, List<T>> embedded) {}
