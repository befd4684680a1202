package podo.e2e.load.sale.result;

/** What is counted in each second of a sale. */
public enum SaleMark {
    /** Whose time had come, whether or not the stack answered. */
    ARRIVED,
    JOINED,
    ADMITTED,
    /** Gone from the line without having been let in. */
    GAVE_UP_WAITING,
    HELD,
    REFUSED,
    SOLD,
    PAGE_READ,
    FAILED
}
