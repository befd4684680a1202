/** Test support: real servers ({@link podo.stack.junit.OnRealServers}, {@link podo.stack.junit.TestServers} to break one), a second instance, a browser, a page log-in. */
@NullMarked
package podo.stack.junit;

import org.jspecify.annotations.NullMarked;
