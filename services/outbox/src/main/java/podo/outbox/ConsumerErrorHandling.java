package podo.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.ConnectException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/**
 * What happens when a message can't be taken in: what will heal by itself (database, network, a neighbour away) is
 * waited for; anything else is tried three times and then goes to {@code <topic>.dlt}, so that the partition goes on.
 */
final class ConsumerErrorHandling {

    private static final BackOff UNTIL_HEALED = new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS);

    private ConsumerErrorHandling() {}

    static DefaultErrorHandler errors(KafkaOperations<?, ?> kafka, MeterRegistry meters) {
        DeadLetterPublishingRecoverer dead = new DeadLetterPublishingRecoverer(
                kafka, (envelope, e) -> new TopicPartition(envelope.topic() + ".dlt", envelope.partition()));
        DefaultErrorHandler errors = new DefaultErrorHandler(
                (envelope, e) -> {
                    count(envelope, meters);
                    dead.accept(envelope, e);
                },
                threeTries());
        errors.setBackOffFunction((envelope, e) -> healsByItself(e) ? UNTIL_HEALED : null);
        return errors;
    }

    private static void count(ConsumerRecord<?, ?> envelope, MeterRegistry meters) {
        meters.counter("podo.dead.letters", "topic", envelope.topic()).increment();
    }

    private static ExponentialBackOff threeTries() {
        ExponentialBackOff backOff = new ExponentialBackOff(200, 3);
        backOff.setMaxAttempts(2);
        return backOff;
    }

    static boolean healsByItself(Exception e) {
        Throwable cause = e;
        while (cause != null) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof ResourceAccessException
                    || isAway(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof ConnectException;
    }

    /** 500 is a mistake that will not heal; these say that somebody is away. */
    private static boolean isAway(Throwable e) {
        return e instanceof HttpServerErrorException.BadGateway
                || e instanceof HttpServerErrorException.ServiceUnavailable
                || e instanceof HttpServerErrorException.GatewayTimeout;
    }
}
