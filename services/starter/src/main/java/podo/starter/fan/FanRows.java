package podo.starter.fan;

/**
 * Rows that a service keeps of fans, as they appear in the export of what is held about one; a bean each.
 *
 * @param name in the export, in camel case
 * @param sql with the parameter {@code :fan}, the account's number; its column labels are the export's member names
 */
public record FanRows(String name, String sql) {}
