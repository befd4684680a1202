/* The tickets are being written: look again. */
setTimeout(() => location.reload(), window.podo.jitter(1500));
