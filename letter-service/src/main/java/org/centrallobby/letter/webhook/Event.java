package org.centrallobby.letter.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an endpoint is sent.
 *
 * @param timestamp when it happened
 * @param data ids and states; what is personal stays behind the API
 */
@Schema(name = "WebhookEvent", example = """
        {"type": "letter.sent", "timestamp": "2026-11-24T10:15:30Z", "data": {"letter": \
        "01936f50-0000-7000-8000-000000000001", "campaign": "01936f30-0000-7000-8000-000000000001", \
        "constituency": "E14001167", "member": 4514, "state": "sent"}}\
        """)
record Event(
        EventType type,
        Instant timestamp,

        @Schema(oneOf = {LetterData.class, CampaignData.class, CommentData.class, AlarmData.class, TestData.class})
        Object data) {}
