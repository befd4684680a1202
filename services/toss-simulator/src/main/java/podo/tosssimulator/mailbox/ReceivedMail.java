package podo.tosssimulator.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * A mail as it came.
 *
 * @param to the addresses of the envelope, in lower case
 * @param messageId empty for a mail without one
 * @param source headers and body, as they were sent
 */
record ReceivedMail(String id, List<String> to, String messageId, Instant receivedAt, byte[] source) {}
