package podo.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
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
 * What happens when a listener fails. Transient failures (database, network, another service unavailable) are retried each
 * second without end; any other is tried three times, then the record goes to {@code <topic>.dlt} and the partition goes on.
 */
final class ConsumerErrorHandling {

    private static final BackOff EVERY_SECOND = new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS);

    /**
     * Of MySQL and MariaDB, as {@code podo.starter.problem.DependencyOutage} has them. No room: ER_DISK_FULL, ER_ERROR_ON_WRITE,
     * ER_RECORD_FILE_FULL. Read only: ER_OPTION_PREVENTS_STATEMENT, ER_READ_ONLY_MODE.
     */
    private static final Set<Integer> NOT_WRITABLE = Set.of(1021, 1026, 1114, 1290, 1836);

    private static final String DEAD_LETTERS = "podo.dead.letters";

    private ConsumerErrorHandling() {}

    static DefaultErrorHandler handler(KafkaOperations<?, ?> kafka, MeterRegistry meters) {
        // there from the start, so that the first letter is seen as an increase
        OutboxAutoConfiguration.TOPICS.forEach(topic -> meters.counter(DEAD_LETTERS, "topic", topic));
        DeadLetterPublishingRecoverer deadLetters = new DeadLetterPublishingRecoverer(
                kafka, (consumed, e) -> new TopicPartition(consumed.topic() + ".dlt", consumed.partition()));
        DefaultErrorHandler handler = new DefaultErrorHandler(
                (consumed, e) -> {
                    count(consumed, meters);
                    deadLetters.accept(consumed, e);
                },
                threeTries());
        handler.setBackOffFunction((consumed, e) -> isTransient(e) ? EVERY_SECOND : null);
        return handler;
    }

    private static void count(ConsumerRecord<?, ?> consumed, MeterRegistry meters) {
        meters.counter(DEAD_LETTERS, "topic", consumed.topic()).increment();
    }

    private static ExponentialBackOff threeTries() {
        ExponentialBackOff backOff = new ExponentialBackOff(200, 3);
        backOff.setMaxAttempts(2);
        return backOff;
    }

    static boolean isTransient(Exception e) {
        Throwable cause = e;
        while (cause != null) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || isNotWritable(cause)
                    || cause instanceof QueryTimeoutException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof ResourceAccessException
                    || isUnavailable(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof ConnectException;
    }

    private static boolean isNotWritable(Throwable e) {
        return e instanceof SQLException sql && NOT_WRITABLE.contains(sql.getErrorCode());
    }

    /** A 500 is a bug that a retry does not mend; these three mean that the other service is unavailable. */
    private static boolean isUnavailable(Throwable e) {
        return e instanceof HttpServerErrorException.BadGateway
                || e instanceof HttpServerErrorException.ServiceUnavailable
                || e instanceof HttpServerErrorException.GatewayTimeout;
    }
}
