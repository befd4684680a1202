/** The whole system in bad weather: many purchases, a bank that fails, and services that are killed meanwhile. */
@NullMarked
package podo.e2e.storm;

import org.jspecify.annotations.NullMarked;
