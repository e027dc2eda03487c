package org.centrallobby.mail.request;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** The data of the request to forget a mail as it is read. See {@code mail-erasure.v1.schema.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record MailErasure(@Nullable String mail, @Nullable String kind) {}
