package org.centrallobby.mail.request;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** The data of a recall as it is read. See {@code mail-recall.v1.schema.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record MailRecall(@Nullable String mail) {}
