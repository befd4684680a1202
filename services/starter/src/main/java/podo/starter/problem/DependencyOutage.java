package podo.starter.problem;

import java.sql.SQLException;
import java.util.Set;

/** Tells an unavailable dependency from a bug, by exception class name: not every service has every library on its class path. */
public final class DependencyOutage {

    private static final Set<String> UNAVAILABLE = Set.of(
            "org.springframework.dao.DataAccessResourceFailureException",
            "org.springframework.dao.QueryTimeoutException",
            // the connection broke during a statement
            "org.springframework.dao.RecoverableDataAccessException",
            "org.springframework.dao.TransientDataAccessException",
            "org.springframework.transaction.CannotCreateTransactionException",
            "org.springframework.transaction.TransactionSystemException",
            "org.springframework.web.client.ResourceAccessException",
            "org.springframework.web.client.HttpServerErrorException",
            "org.redisson.client.RedisConnectionException",
            "org.redisson.client.RedisTimeoutException",
            // Redis is up but still loads its data file
            "io.lettuce.core.RedisLoadingException",
            // no node of a cluster has the slot, as during a failover
            "io.lettuce.core.cluster.PartitionException",
            "org.springframework.data.redis.ClusterRedirectException",
            "org.springframework.data.redis.TooManyClusterRedirectionsException",
            "org.redisson.client.RedisLoadingException",
            "org.redisson.client.RedisOutOfMemoryException",
            "io.github.resilience4j.circuitbreaker.CallNotPermittedException");

    /**
     * Of MySQL and MariaDB. No room: ER_DISK_FULL, ER_ERROR_ON_WRITE, ER_RECORD_FILE_FULL. Read only: ER_OPTION_PREVENTS_STATEMENT,
     * ER_READ_ONLY_MODE.
     */
    private static final Set<Integer> NOT_WRITABLE = Set.of(1021, 1026, 1114, 1290, 1836);

    private static final Set<String> SECURITY = Set.of(
            "org.springframework.security.access.AccessDeniedException",
            "org.springframework.security.core.AuthenticationException");

    private DependencyOutage() {}

    public static boolean isOutage(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (isOneOf(UNAVAILABLE, cause) || isNoInstances(cause) || isNotWritable(cause) || isFailingOver(cause)) {
                return true;
            }
        }
        return false;
    }

    static boolean isSecurity(Throwable e) {
        return isOneOf(SECURITY, e);
    }

    private static boolean isNoInstances(Throwable e) {
        return e instanceof IllegalStateException
                && String.valueOf(e.getMessage()).startsWith("No instances available");
    }

    /** Redis has no memory left, Redis or the database no disk, or the database is read only; both go on when that has ended. */
    private static boolean isNotWritable(Throwable e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("OOM command not allowed")
                || message.contains("MISCONF ")
                || e instanceof SQLException sql && NOT_WRITABLE.contains(sql.getErrorCode());
    }

    /** A node of Redis without a primary for the key, that is none itself any more or lacks replicas. */
    private static boolean isFailingOver(Throwable e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("CLUSTERDOWN ")
                || message.startsWith("READONLY ")
                || message.startsWith("NOREPLICAS ");
    }

    private static boolean isOneOf(Set<String> names, Throwable e) {
        for (Class<?> type = e.getClass(); type != null; type = type.getSuperclass()) {
            if (names.contains(type.getName())) {
                return true;
            }
        }
        return false;
    }
}
