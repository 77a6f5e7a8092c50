// The script of a worker: started with `new Worker`, never imported.
export {};
