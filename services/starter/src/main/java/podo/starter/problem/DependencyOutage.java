package podo.starter.problem;

import java.util.Set;

/** Tells a neighbour that is away from a mistake of ours, by name: not every service has every library. */
public final class DependencyOutage {

    private static final Set<String> AWAY = Set.of(
            "org.springframework.dao.DataAccessResourceFailureException",
            "org.springframework.dao.QueryTimeoutException",
            // the connection broke in the middle of a statement
            "org.springframework.dao.RecoverableDataAccessException",
            "org.springframework.dao.TransientDataAccessException",
            "org.springframework.transaction.CannotCreateTransactionException",
            "org.springframework.transaction.TransactionSystemException",
            "org.springframework.web.client.ResourceAccessException",
            "org.springframework.web.client.HttpServerErrorException",
            "org.redisson.client.RedisConnectionException",
            "org.redisson.client.RedisTimeoutException",
            // Redis is up but still reads its file
            "io.lettuce.core.RedisLoadingException",
            "org.redisson.client.RedisLoadingException",
            "org.redisson.client.RedisOutOfMemoryException",
            "io.github.resilience4j.circuitbreaker.CallNotPermittedException");

    private static final Set<String> SECURITY = Set.of(
            "org.springframework.security.access.AccessDeniedException",
            "org.springframework.security.core.AuthenticationException");

    private DependencyOutage() {}

    public static boolean isOutage(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (isOneOf(AWAY, cause) || saysNoInstances(cause) || saysRedisIsFull(cause)) {
                return true;
            }
        }
        return false;
    }

    static boolean isSecurity(Throwable e) {
        return isOneOf(SECURITY, e);
    }

    private static boolean saysNoInstances(Throwable e) {
        return e instanceof IllegalStateException
                && String.valueOf(e.getMessage()).startsWith("No instances available");
    }

    private static boolean saysRedisIsFull(Throwable e) {
        return String.valueOf(e.getMessage()).contains("OOM command not allowed");
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
