/** Apache JMeter's part: four plans that load a stack on this machine, in Java so that they can be read, and saved as .jmx. */
@NullMarked
package podo.e2e.jmeter;

import org.jspecify.annotations.NullMarked;
