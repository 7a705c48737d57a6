import { drawAll } from './chart';

drawAll();
