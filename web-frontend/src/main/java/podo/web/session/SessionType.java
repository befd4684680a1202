package podo.web.session;

import java.util.function.Function;

/**
 * One type of value that a session may hold, as a bean of the package that stores it. Nothing else is written, and a stored name
 * that is no type's is not read: which class is made of a stored value is decided here, not by the value.
 *
 * @param name of the type in the store; a value whose shape changes gets another name
 * @param type of the value in the session
 * @param json what is written: a record, or a JDK type
 */
public record SessionType<T, J>(String name, Class<T> type, Class<J> json, Function<T, J> write, Function<J, T> read) {

    /** A record whose components are its JSON. */
    public static <T> SessionType<T, T> of(String name, Class<T> type) {
        return new SessionType<>(name, type, type, value -> value, value -> value);
    }

    J toJson(Object value) {
        return write.apply(type.cast(value));
    }

    T toValue(J value) {
        return read.apply(value);
    }
}
